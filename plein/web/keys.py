"""Keys that come with a form."""

from uuid import UUID


def key_in(text: str) -> UUID | None:
    """None for what is no key: somebody plays with the form, and finds nothing."""
    try:
        return UUID(text)
    except ValueError:
        return None
