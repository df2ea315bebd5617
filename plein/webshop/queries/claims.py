"""Declaraties for staff: what waits, and what a household asked before; no names."""

from django.db.models import QuerySet

from plein.webshop.models import Claim, ClaimPaper, ClaimStatus

DECIDED = (ClaimStatus.APPROVED, ClaimStatus.REFUSED, ClaimStatus.PAID, ClaimStatus.WITHDRAWN)


def claims(shown: str) -> QuerySet[Claim]:
    """What waits for us; `vraag`: for the resident; `klaar`: what was decided."""
    rows = Claim.objects.select_related("grant__period__scheme")
    if shown == "vraag":
        return rows.filter(status=ClaimStatus.ASKED).order_by("answer_by", "pk")
    if shown == "klaar":
        return rows.filter(status__in=DECIDED).order_by("-submitted_at", "pk")
    return rows.waiting()


def whole_claims() -> QuerySet[Claim]:
    """With all that the page of one needs."""
    return Claim.objects.select_related(
        "resident",
        "member",
        "grant__household",
        "grant__budget",
        "grant__period__scheme",
        "decided_by__account",
    )


def claims_of(claim: Claim) -> QuerySet[Claim]:
    """The others from the same budget, the newest first."""
    return claim.grant.claims.exclude(pk=claim.pk).order_by("-submitted_at", "pk")[:10]


def papers_of(claim: Claim) -> QuerySet[ClaimPaper]:
    return claim.papers.select_related("document").order_by("added_at", "pk")
