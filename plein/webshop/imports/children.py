"""Which child in a file is which child we know? By month of birth; twins also by name."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.identity.gate import read_names
from plein.identity.models import Member
from plein.kernel.actor import Actor
from plein.webshop.imports.register import Register
from plein.webshop.imports.rows import Row

GRANTING = Purpose(
    str(_("een budget toekennen aan het juiste kind")),
    "Gemeentewet art. 108 en AVG art. 6 lid 1 onder e",
)


def known_children(
    rows: Mapping[UUID, Sequence[Row]], register: Register, *, by: Actor, at: datetime
) -> dict[int, Member]:
    """The member for each row that is about a child we know, by row number."""
    found: dict[int, Member] = {}
    for household, theirs in rows.items():
        children = register.children.get(household, [])
        if _are_clear(theirs, children):
            found |= _by_month(theirs, children)
        else:
            found |= _by_name(theirs, children, by=by, at=at)
    return found


def _are_clear(rows: Sequence[Row], children: Sequence[Member]) -> bool:
    """One row and one child per month of birth, so that no name has to be opened."""
    in_file = [row.birth_month for row in rows]
    known = [child.birth_month for child in children]
    return all(
        known.count(month) == 0 or (known.count(month), in_file.count(month)) == (1, 1)
        for month in in_file
    )


def _by_month(rows: Sequence[Row], children: Sequence[Member]) -> dict[int, Member]:
    born = {child.birth_month: child for child in children}
    return {row.number: born[row.birth_month] for row in rows if row.birth_month in born}


def _by_name(
    rows: Sequence[Row], children: Sequence[Member], *, by: Actor, at: datetime
) -> dict[int, Member]:
    names = read_names(children[0].household, children, purpose=GRANTING, by=by, at=at)
    known = {(child.birth_month, names[child.pk].casefold()): child for child in children}
    keys = {row.number: (row.birth_month, row.name.casefold()) for row in rows}
    return {number: known[key] for number, key in keys.items() if key in known}
