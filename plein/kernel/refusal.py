"""An expected "no", with a sentence for the person who asked."""

from django.utils.functional import Promise


class Refusal(Exception):
    """Something a person asked for that the rules do not allow.

    A subclass stands beside the action that raises it and carries a `message` in plain Dutch,
    with `{names}` for the details that make it useful: which line, how much short, until when.
    """

    message: str | Promise = ""

    def __init__(self, **details: object) -> None:
        super().__init__(details)
        self.details = details

    def __str__(self) -> str:
        return str(self.message).format(**self.details)
