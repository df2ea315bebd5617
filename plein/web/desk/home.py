"""Werk: what waits for this person, by their rights."""

from collections.abc import Callable
from typing import Any

from django.db.models import Count, QuerySet, Value
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from plein.authoring.models import JourneyDraft
from plein.cases.models import Case, FollowUp, Proposal
from plein.cases.worklist import Choice
from plein.content.tips.switching import waiting_tips
from plein.delivery.models import Delivery
from plein.identity.look_question import LookQuestion
from plein.identity.roles import Right
from plein.inbox.models import Conversation, Hiding
from plein.offers.queries import to_review
from plein.payments.listing import (
    runs_to_approve,
    runs_to_check,
    waiting_accounts,
    waiting_deductions,
)
from plein.payments.queries import waiting_debts, waiting_plans, waiting_remissions
from plein.payments.returned import waiting
from plein.payments.signals.switches import waiting_signals, waiting_switches
from plein.proactive.models import HelpOffer
from plein.proactive.standing import waiting_needs
from plein.starting.models import Start, StartState
from plein.tenants.models import Module
from plein.vault.models import Correction, Erasure
from plein.vault.queries.register import uses_to_approve
from plein.web.policies import staff_only
from plein.web.request import StaffRequest
from plein.webshop.models import Claim
from plein.webshop.queries import desk
from plein.webshop.queries.participation import asked_parts
from plein.webshop.queries.product_talk import unread_by_staff
from plein.webshop.queries.sign_up import iban_changes, sign_ups

Waiting = tuple[str | Promise, str, QuerySet[Any]]


def new_cases() -> QuerySet[Case]:
    return Case.objects.running().filter(handler=None)


def hiding_to_decide() -> QuerySet[Hiding]:
    return Hiding.objects.filter(agreed_at=None)


def to_open() -> QuerySet[Start]:
    return Start.objects.filter(state=StartState.PROPOSED)


WAITING: list[tuple[Right, str | Promise, str, Callable[[], QuerySet]]] = [  # type: ignore[type-arg]
    (Right.MANAGE_MUNICIPALITY, _("Gemeente openen"), "desk-start", to_open),
    (Right.HANDLE_CASES, _("Nieuwe aanvragen"), "desk-cases", new_cases),
    (
        Right.HANDLE_CASES,
        _("Bellen of schrijven"),
        "desk-deliveries",
        Delivery.objects.by_hand,
    ),
    (Right.ANSWER_TALKS, _("Berichten"), "desk-talks", Conversation.objects.waiting),
    (Right.AGREE_HIDING, _("Verbergen voor een inwoner"), "desk-hidden", hiding_to_decide),
    (Right.REVIEW_PRODUCTS, _("Producten beoordelen"), "desk-products", desk.versions_to_review),
    (Right.REVIEW_PRODUCTS, _("Berichten van aanbieders"), "desk-products", unread_by_staff),
    (Right.REVIEW_PRODUCTS, _("Aanbod van organisaties"), "desk-offers", to_review),
    (Right.MANAGE_PROVIDERS, _("Aanmeldingen van aanbieders"), "desk-providers", sign_ups),
    (Right.MANAGE_PROVIDERS, _("Aanbieders die mee willen doen"), "desk-providers", asked_parts),
    (Right.HANDLE_CLAIMS, _("Declaraties"), "desk-claims", Claim.objects.waiting),
    (Right.MANAGE_PROVIDERS, _("Rekeningnummers van aanbieders"), "desk-providers", iban_changes),
    (Right.APPROVE_CREDIT, _("Krediet goedkeuren"), "desk-credits", desk.open_credits),
    (
        Right.APPROVE_SETTLEMENT,
        _("Betaalbestanden goedkeuren"),
        "desk-settlements",
        desk.batches_to_approve,
    ),
    (Right.PAY_AWARDS, _("Uitkeringen nakijken"), "desk-payment-runs", runs_to_check),
    (
        Right.APPROVE_PAYMENTS,
        _("Uitkeringen goedkeuren"),
        "desk-payment-runs",
        runs_to_approve,
    ),
    (Right.PAY_AWARDS, _("Teruggekomen betalingen"), "desk-returns", waiting),
    (Right.APPROVE_USES, _("Doelen goedkeuren"), "desk-recipients", uses_to_approve),
    (
        Right.PUBLISH_JOURNEYS,
        _("Aanvragen publiceren"),
        "desk-making",
        JourneyDraft.objects.offered,
    ),
    (Right.MANAGE_SCHEMES, _("Regelingen afmaken"), "desk-schemes", desk.drafts),
    (
        Right.ANSWER_LOOK_QUESTIONS,
        _("Vragen over wie keek"),
        "desk-look-questions",
        LookQuestion.objects.waiting,
    ),
    (
        Right.HANDLE_CORRECTIONS,
        _("Meldingen over gegevens die niet kloppen"),
        "desk-corrections",
        Correction.objects.waiting,
    ),
    (
        Right.APPROVE_ERASURES,
        _("Verzoeken om te wissen"),
        "desk-erasures",
        Erasure.objects.waiting,
    ),
]


@staff_only
@require_GET
def home(request: StaffRequest) -> HttpResponse:
    own = [
        (label, reverse(name), rows())
        for right, label, name, rows in WAITING
        if request.staff.may(right)
    ]
    rows = [
        *own,
        *_after_deciding(request),
        *_of_benefits(request),
        *_of_signals(request),
        *_of_tips(request),
        *_of_help_offers(request),
    ]
    context = {
        "waiting": [each for each in _counted(rows) if each["count"]],
        "staff": request.staff,
        "sets_municipality": request.staff.may(Right.EDIT_TEXTS),
        "manages_municipality": request.staff.may(Right.MANAGE_MUNICIPALITY),
    }
    return render(request, "web/desk/home.html", context)


def _after_deciding(request: StaffRequest) -> list[Waiting]:
    """What a colleague proposed, and what did not start by itself with a decision."""
    if not request.staff.may(Right.HANDLE_CASES):
        return []
    cases = reverse("desk-cases")
    return [
        (
            _("Besluiten voor uw tweede blik"),
            f"{cases}?kies={Choice.SECOND_LOOK}",
            Proposal.objects.for_second_look_of(request.staff),
        ),
        (
            _("Met de hand te doen na een besluit"),
            f"{cases}?kies={Choice.BY_HAND}",
            FollowUp.objects.by_hand(),
        ),
    ]


def _of_benefits(request: StaffRequest) -> list[Waiting]:
    """What waits for somebody who handles benefits."""
    if not request.staff.may(Right.HANDLE_AWARDS):
        return []
    debts, awards = reverse("desk-debts"), reverse("desk-awards")
    return [
        (_("Besluiten over terugbetalen"), debts, waiting_debts()),
        (_("Voorstellen om terug te betalen"), debts, waiting_plans()),
        (_("Voorstellen om iets niet terug te vragen"), debts, waiting_remissions()),
        (_("Rekeningnummers van uitkeringen"), awards, waiting_accounts()),
        (_("Inhoudingen op uitkeringen"), awards, waiting_deductions()),
    ]


def _of_signals(request: StaffRequest) -> list[Waiting]:
    """Nothing where the municipality left this part off."""
    if not request.municipality.has(Module.SIGNALS):
        return []
    every = (
        (Right.HANDLE_SIGNALS, _("Vragen uit signalen"), "desk-signals", waiting_signals()),
        (Right.MANAGE_SIGNALS, _("Signalen bevestigen"), "desk-signal-kinds", waiting_switches()),
    )
    return [
        (label, reverse(name), rows)
        for right, label, name, rows in every
        if request.staff.may(right)
    ]


def _of_tips(request: StaffRequest) -> list[Waiting]:
    if not request.municipality.has(Module.VAULT) or not request.staff.may(Right.MANAGE_TIPS):
        return []
    return [(_("Tips bevestigen"), reverse("desk-tips"), waiting_tips())]


def _of_help_offers(request: StaffRequest) -> list[Waiting]:
    if not request.municipality.has(Module.VAULT):
        return []
    offers = HelpOffer.objects.on_list(request.today)
    every = (
        (Right.HANDLE_OFFERS, _("Hulp aanbieden"), "desk-proactive", offers),
        (Right.MANAGE_OFFERS, _("Hulp aanbieden bevestigen"), "desk-needs", waiting_needs()),
    )
    return [
        (label, reverse(name), rows)
        for right, label, name, rows in every
        if request.staff.may(right)
    ]


def _counted(lists: list[Waiting]) -> list[dict[str, Any]]:
    """How much stands on each list, all in one query."""
    if not lists:
        return []
    each, *others = (
        found.order_by()
        .annotate(on=Value(number))
        .values("on")
        .annotate(many=Count("pk", distinct=True))
        for number, (_label, _url, found) in enumerate(lists)
    )
    counts = {row["on"]: row["many"] for row in each.union(*others, all=True)}
    return [
        {"label": label, "url": url, "count": counts.get(number, 0)}
        for number, (label, url, _found) in enumerate(lists)
    ]
