"""What the shell of every page needs: the place, and who is in it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Value
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from plein.appointments.models import CallBack
from plein.assisted.queries import to_confirm
from plein.identity.acting_for import CASES, SHOP
from plein.identity.mandate_label import label_of
from plein.identity.models import Resident
from plein.identity.roles import Right
from plein.inbox.models import Conversation
from plein.offers.queries import to_answer
from plein.proactive.listing import OVER
from plein.tenants.models import Module
from plein.vault.parental import parents_of_old
from plein.web.doors import DESK, ORGANISATION, PLATFORM, PROVIDER, RESIDENT
from plein.web.from_page import from_here


@dataclass(frozen=True, slots=True)
class Place:
    """One item of the navigation."""

    label: Any
    icon: str
    url: str
    current: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    idle_seconds: int
    extend_url: str


def shell(request: Any) -> dict[str, Any]:
    """The context of `web/shell.html`. Errors before the doors get an empty shell."""
    door = getattr(request, "door", None)
    if door is PLATFORM:
        return _shell_of_platform(request)
    if door is None or getattr(request, "municipality", None) is None:
        return {"municipality": None, "navigation": [], "demo": settings.DEMO}
    signed_in = is_signed_in(request)
    alone = not getattr(request, "mandate", None) and not getattr(request, "assisted", None)
    own = getattr(request, "resident", None) if alone else None
    request.news = SimpleLazyObject(lambda: _news(own, request.today))
    return {
        "municipality": request.municipality,
        "navigation": SimpleLazyObject(lambda: places(request)) if signed_in else [],
        "session_terms": Terms(door.idle, reverse("stay")) if signed_in else None,
        "sign_out_url": reverse("sign-out") if signed_in else "",
        "has_shop": request.municipality.has(Module.WEBSHOP),
        "account_url": reverse("mfa_index") if signed_in and door is not RESIDENT else "",
        "demo": settings.DEMO,
        "languages": settings.LANGUAGES if door is RESIDENT else [],
        "alone": alone,
        "together": getattr(request, "assisted", None),
        "helped": _helped(request),
        "news": request.news,
        "from_here": from_here(request),
    }


def _shell_of_platform(request: Any) -> dict[str, Any]:
    """Without a municipality: what is started there is not the place where somebody is."""
    signed_in = is_signed_in(request)
    return {
        "municipality": None,
        "navigation": SimpleLazyObject(lambda: places(request)) if signed_in else [],
        "session_terms": Terms(PLATFORM.idle, reverse("stay")) if signed_in else None,
        "sign_out_url": reverse("sign-out") if signed_in else "",
        "account_url": reverse("mfa_index") if signed_in else "",
        "demo": settings.DEMO,
    }


def _helped(request: Any) -> str:
    """How a helper calls who is helped, while acting for them."""
    mandate = getattr(request, "mandate", None)
    return label_of(mandate) if mandate else ""


def is_signed_in(request: Any) -> bool:
    return any(
        getattr(request, name, None) is not None
        for name in ("resident", "staff", "provider", "recipient", "administrator")
    )


def places(request: Any) -> list[Place]:
    return PLACES[request.door](request)


def _place(request: Any, label: Any, icon: str, name: str, count: int | None = None) -> Place:
    url = reverse(name)
    home = url == reverse(request.door.home)
    here = request.path == url if home else request.path.startswith(url)
    return Place(label, icon, url, here, count)


def _for_resident(request: Any) -> list[Place]:
    """On a phone the first five; the basket and what was ordered also stand in the shop."""
    if request.mandate:
        return _for_helper(request)
    counts = request.news
    places = [
        _place(request, _("Overzicht"), "house-door", "overview"),
        _place(request, _("Aanvragen"), "files", "cases"),
        _place(request, _("Berichten"), "envelope", "talks", counts["talk"]),
        _place(request, _("Gegevens"), "person-circle", "my-data"),
        _place(request, _("Afspraken"), "calendar-event", "appointments"),
    ]
    if counts["benefit"]:
        places.append(_place(request, _("Uitkering"), "cash-coin", "benefit"))
    if not request.municipality.has(Module.WEBSHOP):
        return places
    return [
        *places[:2],
        _place(request, _("Winkel"), "shop", "shop"),
        *places[2:],
        _place(request, _("Mandje"), "basket", "basket", counts["basket"]),
        _place(request, _("Besteld"), "box-seam", "orders"),
    ]


def _for_helper(request: Any) -> list[Place]:
    """What the mandate is for, and nothing else."""
    parts, offered = request.mandate.parts, []
    if CASES in parts:
        offered = [
            _place(request, _("Aanvragen"), "files", "cases"),
            _place(request, _("Afspraken"), "calendar-event", "appointments"),
        ]
    if SHOP in parts and request.municipality.has(Module.WEBSHOP):
        offered += [
            _place(request, _("Winkel"), "shop", "shop"),
            _place(request, _("Mandje"), "basket", "basket"),
            _place(request, _("Besteld"), "box-seam", "orders"),
        ]
    return offered


def _news(resident: Resident | None, day: date) -> Counter[str]:
    """All counts in one query, as every page of a resident needs them."""
    if resident is None:
        return Counter()
    unread = Conversation.objects.unread_by(resident).values_list(Value("talk"))
    basket = resident.basket.values_list(Value("basket"))
    together = to_confirm(resident).values_list(Value("together"))
    benefit = resident.awards.values_list(Value("benefit"))
    grown = parents_of_old(resident, day).values_list(Value("grown"))
    helped = resident.mandates_given.running(day).values_list(Value("helped"))
    calls = CallBack.objects.of(resident).waiting().order_by().values_list(Value("call"))
    suggested = to_answer(resident, day).values_list(Value("suggested"))
    offered = resident.help_offers.exclude(outcome__in=OVER).values_list(Value("offers"))
    rows = (basket, together, benefit, grown, helped, calls, suggested, offered)
    return Counter(kind for (kind,) in unread.union(*rows, all=True))


def _for_desk(request: Any) -> list[Place]:
    may = request.staff.may
    offered = [
        (Right.HANDLE_CASES, _("Aanvragen"), "list-check", "desk-cases"),
        (Right.ANSWER_TALKS, _("Berichten"), "envelope", "desk-talks"),
        (Right.ANSWER_TALKS, _("Terugbellen"), "telephone", "desk-calls"),
        (Right.HANDLE_APPOINTMENTS, _("Afspraken"), "calendar-event", "desk-appointments"),
        (Right.HELP, _("Samen"), "people", "desk-together"),
        (Right.SEE_PEOPLE, _("Inwoners"), "person-circle", "desk-person"),
        (Right.MANAGE_SCHEMES, _("Regelingen"), "files", "desk-schemes"),
        (Right.HANDLE_AWARDS, _("Uitkeringen"), "cash-coin", "desk-awards"),
        *_of_signals(request),
        *_of_help_offers(request),
        (Right.GRANT, _("Budgetten"), "wallet2", "desk-grants"),
        (Right.HANDLE_CLAIMS, _("Declaraties"), "cash-coin", "desk-claims"),
        (Right.REVIEW_PRODUCTS, _("Producten"), "shop", "desk-products"),
        (Right.REVIEW_PRODUCTS, _("Aanbod"), "megaphone", "desk-offers"),
        (Right.MANAGE_PROVIDERS, _("Aanbieders"), "people", "desk-providers"),
        (Right.SIMULATE, _("Beleid"), "bar-chart", "desk-policy"),
        (Right.APPROVE_CREDIT, _("Krediet"), "cash-coin", "desk-credits"),
        (Right.PAY_AWARDS, _("Uitkeringen betalen"), "bank", "desk-payment-runs"),
        (Right.IMPORT_AWARDS, _("Uitkeringen overnemen"), "files", "desk-awards-import"),
        (Right.SETTLE, _("Betalen"), "bank", "desk-settlements"),
        (Right.SEE_RECIPIENTS, _("Organisaties"), "shield-check", "desk-recipients"),
        (Right.EDIT_TEXTS, _("Gemeente"), "building", "desk-municipality"),
        (Right.HANDLE_CORRECTIONS, _("Meldingen"), "flag", "desk-corrections"),
        (Right.APPROVE_ERASURES, _("Wissen"), "trash", "desk-erasures"),
        (Right.ANSWER_LOOK_QUESTIONS, _("Vragen"), "chat-left-text", "desk-look-questions"),
    ]
    return [
        _place(request, _("Werk"), "house-door", "desk-home"),
        *(_place(request, label, icon, name) for right, label, icon, name in offered if may(right)),
    ]


def _of_signals(request: Any) -> list[tuple[Right, str | Promise, str, str]]:
    """Only where the municipality did not leave this part off."""
    if not request.municipality.has(Module.SIGNALS):
        return []
    return [
        (Right.HANDLE_SIGNALS, _("Signalen"), "flag", "desk-signals"),
        (Right.MANAGE_SIGNALS, _("Signalen instellen"), "sliders", "desk-signal-kinds"),
    ]


def _of_help_offers(request: Any) -> list[tuple[Right, str | Promise, str, str]]:
    """Without the vault a resident could not say no, and nothing is offered."""
    if not request.municipality.has(Module.VAULT):
        return []
    return [
        (Right.HANDLE_OFFERS, _("Hulp aanbieden"), "people", "desk-proactive"),
        (Right.MANAGE_OFFERS, _("Hulp aanbieden instellen"), "sliders", "desk-needs"),
    ]


def _for_provider(request: Any) -> list[Place]:
    return [
        _place(request, _("Start"), "house-door", "provider-home"),
        _place(request, _("Kassa"), "qr-code", "till"),
        _place(request, _("Bestellingen"), "list-check", "provider-orders"),
        _place(request, _("Producten"), "box-seam", "provider-products"),
        _place(request, _("Regelingen"), "files", "provider-schemes"),
        _place(request, _("Betalingen"), "bank", "provider-payments"),
        _place(request, _("Uw gegevens"), "building", "provider-business"),
    ]


def _for_organisation(request: Any) -> list[Place]:
    return [
        _place(request, _("Start"), "house-door", "organisation-home"),
        _place(request, _("Dossiers"), "files", "organisation-cases"),
        _place(request, _("Aanbod"), "megaphone", "organisation-offers"),
        _place(request, _("Vraag gegevens"), "envelope", "organisation-ask"),
    ]


def _for_platform(request: Any) -> list[Place]:
    return [_place(request, _("Gemeenten"), "building", "platform-home")]


PLACES = {
    RESIDENT: _for_resident,
    DESK: _for_desk,
    PROVIDER: _for_provider,
    ORGANISATION: _for_organisation,
    PLATFORM: _for_platform,
}
