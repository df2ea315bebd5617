"""Beheer gemeente: what a municipality sets itself, and what changed lately."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from plein.audit.queries import acts_on
from plein.authoring.actions import adopting, publishing, sharing
from plein.bylaws import actions as bylaws
from plein.cases.actions import areas
from plein.content.tips import switching as tipping
from plein.identity.roles import Right
from plein.payments.actions import switching
from plein.proactive.actions import switching as helping
from plein.starting.actions import opening, ticking
from plein.tenants import changes
from plein.tenants.models import Module
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

NEWEST = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One page of Beheer gemeente; `acts` are the names in the log of acts, with words for each."""

    right: Right
    title: Promise
    text: Promise
    icon: str
    page: str
    acts: dict[str, Promise]
    module: Module | None = None  # not there where the municipality left it off


PARTS = (
    Part(
        Right.MANAGE_MUNICIPALITY,
        _("Start van de gemeente"),
        _("Wat een echte start nog nodig heeft, en wie het nakeek."),
        "list-check",
        "desk-start",
        {
            opening.PROPOSED: _("Voorgesteld om open te gaan"),
            opening.TAKEN_BACK: _("Voorstel om open te gaan ingetrokken"),
            opening.OPENED: _("Gemeente geopend"),
            ticking.TICKED: _("Iets afgevinkt voor de start"),
            ticking.UNTICKED: _("Een vinkje voor de start weggehaald"),
        },
    ),
    Part(
        Right.MANAGE_MUNICIPALITY,
        _("Huisstijl"),
        _("Kleuren, hoeken en letter, met een voorbeeld."),
        "sliders",
        "desk-style",
        {
            changes.STYLE: _("Huisstijl gewijzigd"),
            changes.NAMING: _("Naam, adres of code gewijzigd"),
        },
    ),
    Part(
        Right.MANAGE_MUNICIPALITY,
        _("Logo"),
        _("Het logo boven aan elke pagina."),
        "image",
        "desk-logo",
        {changes.LOGO: _("Logo gewijzigd"), changes.NO_LOGO: _("Logo weggehaald")},
    ),
    Part(
        Right.EDIT_TEXTS,
        _("Teksten en contact"),
        _("Telefoon, openingstijden, adres en uw eigen teksten."),
        "pencil",
        "desk-texts",
        {changes.TEXTS: _("Teksten of contact gewijzigd")},
    ),
    Part(
        Right.EDIT_TEXTS,
        _("Openingstijden"),
        _("Wanneer inwoners u kunnen bellen en langskomen, en welke dagen u dicht bent."),
        "clock",
        "desk-opening-hours",
        {},
    ),
    Part(
        Right.EDIT_TEXTS,
        _("Teksten"),
        _("Wat inwoners lezen bij Informatie, en welke teksten u moet nakijken."),
        "file-earmark-text",
        "desk-information",
        {},
    ),
    Part(
        Right.MANAGE_TIPS,
        _("Tips"),
        _("Welke tips inwoners kunnen krijgen, waarom, en wie ze aanzette."),
        "star",
        "desk-tips",
        {
            tipping.PROPOSED: _("Tip voorgesteld"),
            tipping.CONFIRMED: _("Tip aangezet"),
            tipping.OFF: _("Tip uitgezet"),
        },
        Module.VAULT,
    ),
    Part(
        Right.APPROVE_BYLAWS,
        _("Eigen bedragen en grenzen"),
        _("Wat uw gemeente zelf bepaalt, uit uw verordeningen."),
        "files",
        "desk-bylaws",
        {
            bylaws.PROPOSED: _("Verordening voorgesteld"),
            bylaws.APPROVED: _("Verordening goedgekeurd"),
            bylaws.WITHDRAWN: _("Voorstel ingetrokken"),
        },
    ),
    Part(
        Right.WRITE_JOURNEYS,
        _("Aanvragen maken"),
        _("Wat inwoners kunnen aanvragen: vragen, opdrachten, teksten en versies."),
        "list-check",
        "desk-making",
        {
            publishing.OFFERED: _("Aanvraag aangeboden"),
            publishing.RETURNED: _("Aanvraag teruggestuurd"),
            publishing.PUBLISHED: _("Aanvraag gepubliceerd"),
            adopting.CONFIRMED: _("Sleutel van een gemeente bevestigd"),
            sharing.SHARED: _("Aanvraag gedeeld met gemeenten"),
            sharing.UNSHARED: _("Aanvraag niet meer gedeeld"),
        },
    ),
    Part(
        Right.MANAGE_RECIPIENTS,
        _("Gebieden"),
        _("Welke organisatie helpt in welk deel van de gemeente."),
        "house",
        "desk-areas",
        {
            areas.SET: _("Gebied gewijzigd"),
            areas.CONTRACTED: _("Organisatie voor een gebied vastgelegd"),
            areas.ENDED: _("Organisatie in een gebied gestopt"),
        },
    ),
    Part(
        Right.SEE_FIGURES,
        _("Zo gaat het met aanvragen"),
        _("Welke diensten uw inwoners kunnen volgen, en of u op tijd beslist."),
        "list-check",
        "desk-coverage",
        {},
    ),
    Part(
        Right.SEE_FIGURES,
        _("Hoe aanvragen worden ingevuld"),
        _("Waar mensen stoppen, hoe lang het duurt, en wat wij nog vragen."),
        "bar-chart",
        "desk-journeys",
        {},
    ),
    Part(
        Right.MANAGE_MUNICIPALITY,
        _("Gebruik en kosten"),
        _("Wat uw gemeente per maand gebruikte, en wat dat kost."),
        "bar-chart",
        "desk-use",
        {},
    ),
    Part(
        Right.MANAGE_SIGNALS,
        _("Signalen bij uitkeringen"),
        _("Welke vragen er over uitkeringen komen, en of dat eerlijk gaat."),
        "flag",
        "desk-signal-kinds",
        {
            switching.PROPOSED: _("Signaal voorgesteld"),
            switching.CONFIRMED: _("Signaal aangezet"),
            switching.OFF: _("Signaal uitgezet"),
        },
        Module.SIGNALS,
    ),
    Part(
        Right.MANAGE_OFFERS,
        _("Hulp aanbieden"),
        _("Waarmee uw gemeente uit zichzelf helpt, en door welke regels dat mag."),
        "people",
        "desk-needs",
        {
            helping.PROPOSED: _("Hulp aanbieden voorgesteld"),
            helping.CONFIRMED: _("Hulp aanbieden aangezet"),
            helping.OFF: _("Hulp aanbieden uitgezet"),
        },
        Module.VAULT,
    ),
    Part(
        Right.MANAGE_MUNICIPALITY,
        _("Modules"),
        _("Welke onderdelen uw inwoners kunnen gebruiken."),
        "gear",
        "desk-modules",
        {changes.ON: _("Module aangezet"), changes.OFF: _("Module uitgezet")},
    ),
)


@staff_may(Right.EDIT_TEXTS)
@require_GET
def overview(request: StaffRequest) -> HttpResponse:
    """The parts that somebody may change; which team changed what and when, and no names."""
    here = request.municipality
    parts = [
        part
        for part in PARTS
        if request.staff.may(part.right) and (part.module is None or here.has(part.module))
    ]
    words = {name: text for part in parts for name, text in part.acts.items()}
    acts = acts_on(here, words)[:NEWEST]
    context = {
        "parts": parts,
        "changed": [{"what": words[act.name], "team": act.team, "at": act.at} for act in acts],
    }
    return render(request, "web/desk/municipality/overview.html", context)
