"""What a vault holds, without opening it."""

from plein.vault.models import Collection, Vault


def filled(vault: Vault) -> set[str]:
    """The keys of elements with a value."""
    newest = vault.values.newest().filter(content__isnull=False)
    return {version.element for version in newest if not version.is_absent}


def last_collection(vault: Vault) -> Collection | None:
    return vault.collections.order_by("-started_at").first()
