"""What a use comes down to for one recipient: which elements, and which may be left out."""

from plein.vault.catalogue import catalogue
from plein.vault.family import is_about_others
from plein.vault.models import DataUse, UseKind


def offered_elements(use: DataUse) -> list[str]:
    """The keys of the bundle, less what this recipient may not have.

    Who may not have a BSN gets no numbers and a pseudonym instead. What is about other people goes
    along only where a law names it: the resident does not decide for them.
    """
    keys = catalogue().bundles[use.bundle].elements
    by_law = use.kind == UseKind.LAW
    return [
        key
        for key in keys
        if (use.recipient.may_have_bsn or not _is_number(key))
        and (by_law or not _is_about_others(key))
    ]


def required_elements(use: DataUse) -> set[str]:
    return set(offered_elements(use)) - set(use.optional)


def _is_about_others(key: str) -> bool:
    element = catalogue().elements.get(key)
    return element is not None and is_about_others(element)


def _is_number(key: str) -> bool:
    element = catalogue().elements.get(key)
    return element is not None and catalogue().care_of(element).masked
