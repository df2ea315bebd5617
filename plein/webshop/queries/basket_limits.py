"""A basket that a limit would refuse says so before it is ordered; ordering checks once more."""

from collections.abc import Sequence
from datetime import date

from plein.identity.models import Household
from plein.webshop.limits import limits_of, refusing
from plein.webshop.queries.basket import ProposedLine
from plein.webshop.wishes import Wish


def hold_against_limits(lines: Sequence[ProposedLine], household: Household, day: date) -> None:
    """Puts on each line the limit that refuses it or one of its pieces. Two queries at most."""
    pieces = [
        (line, Wish(line.version, line.line.member, line.grant, line.own_share // line.line.pieces))
        for line in lines
        if line.version and line.grant
        for _piece in range(line.line.pieces)
    ]
    limits = limits_of({wish.grant.period.scheme_id for _line, wish in pieces})
    refused = refusing([wish for _line, wish in pieces], limits, household, day)
    for (line, _wish), limit in zip(pieces, refused, strict=True):
        line.limit = line.limit or limit
