"""What a municipality needs before it opens, and what may follow: seen by Plein, or ticked.

A line that Plein can see is worked out anew at each look and cannot be ticked. All others say who
ticked them and when; without that they are not done.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.starting.facts import Facts, facts_of
from plein.starting.models import Start, Step, Tick

FOUR_EYES = 2  # people


@dataclass(frozen=True, slots=True)
class Item:
    """`is_seen` is None where only people know; `step` is where to mend it on screen."""

    key: str
    title: Promise
    how: Promise
    is_seen: Callable[[Facts], bool] | None = None
    is_needed: bool = True  # before the opening
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An item as it is in this municipality."""

    item: Item
    is_done: bool
    tick: Tick | None

    @property
    def title(self) -> Promise:
        return self.item.title

    @property
    def is_needed(self) -> bool:
        return self.item.is_needed

    @property
    def can_be_ticked(self) -> bool:
        return self.item.is_seen is None


ITEMS = (
    Item(
        "key",
        _("Eigen sleutel"),
        _("Plein sluit en opent een proef met de sleutel van deze gemeente."),
        lambda facts: facts.key_works,
    ),
    Item(
        "texts",
        _("Contact en teksten nagekeken"),
        _("Telefoon, adres, openingstijden en wie over privacy gaat."),
        lambda facts: Step.TEXTS in facts.kept and facts.has_contact,
        step=Step.TEXTS,
    ),
    Item(
        "digid",
        _("DigiD ingevuld"),
        _("Het adres van de makelaar en onze naam daar staan in Plein."),
        lambda facts: facts.has_digid,
        step=Step.DIGID,
    ),
    Item(
        "managers",
        _("Twee functioneel beheerders kwamen binnen"),
        _("Elk met een wachtwoord en een tweede slot. Zij hebben elkaar nodig."),
        lambda facts: facts.managers >= FOUR_EYES,
        step=Step.PEOPLE,
    ),
    Item(
        "agreement",
        _("Verwerkersovereenkomst getekend"),
        _("Tussen de gemeente en wie Plein beheert (AVG art. 28)."),
    ),
    Item(
        "dpia",
        _("DPIA gedaan"),
        _("Met advies van de functionaris gegevensbescherming (AVG art. 35)."),
    ),
    Item(
        "address",
        _("Adres en certificaat"),
        _("De naam in het DNS wijst naar deze installatie, en de browser toont een slot."),
    ),
    Item(
        "logo",
        _("Eigen logo"),
        _("Zonder logo staat er een huis in de merkkleur."),
        lambda facts: facts.has_logo,
        is_needed=False,
        step=Step.LOGO,
    ),
    Item(
        "offer",
        _("Er is iets te doen"),
        _("Een regeling staat open, of een aanvraag is gepubliceerd."),
        lambda facts: facts.has_offer,
        is_needed=False,
    ),
    Item(
        "privacy",
        _("Een functionaris gegevensbescherming kwam binnen"),
        _("Die beslist mee over doelen, wissen en vragen over het log."),
        lambda facts: facts.officers >= 1,
        is_needed=False,
        step=Step.PEOPLE,
    ),
    Item(
        "finance",
        _("Twee mensen van financiën kwamen binnen"),
        _("De een stelt geld voor, de ander keurt het goed."),
        lambda facts: facts.finance >= FOUR_EYES,
        is_needed=False,
        step=Step.PEOPLE,
    ),
    Item(
        "bank",
        _("Rekening die de aanbieders betaalt"),
        _("Nodig voor het eerste betaalbestand."),
        lambda facts: facts.has_iban,
        is_needed=False,
        step=Step.NAMING,
    ),
    Item(
        "real_digid",
        _("Echte DigiD"),
        _("De makelaar is niet de simulator van de demo."),
        lambda facts: facts.digid_is_real,
        is_needed=False,
        step=Step.DIGID,
    ),
    Item(
        "brp",
        _("BRP aangesloten"),
        _("Zonder BRP zijn het geen echte gegevens. Wie Plein installeert, regelt dit."),
        lambda facts: facts.brp_is_real,
        is_needed=False,
    ),
    Item(
        "mail",
        _("E-mail gaat echt weg"),
        _("Over een eigen server en van een eigen adres. Wie Plein installeert, regelt dit."),
        lambda facts: facts.mail_is_real,
        is_needed=False,
    ),
    Item(
        "domain",
        _("Maildomein ingericht"),
        _("SPF, DKIM en DMARC staan in het DNS."),
        is_needed=False,
    ),
    Item(
        "assessment",
        _("Beveiligingsassessment van DigiD"),
        _("Binnen twee maanden na de aansluiting, en daarna elk jaar."),
        is_needed=False,
    ),
    Item(
        "backup",
        _("Terugzetten van een back-up geoefend"),
        _("Met de hoofdsleutel die apart wordt bewaard."),
        is_needed=False,
    ),
)
BY_KEY = {item.key: item for item in ITEMS}
TO_TICK = {item.key: item for item in ITEMS if item.is_seen is None}


def checklist(start: Start) -> list[Line]:
    """What is needed first, in the order of `ITEMS`."""
    ticks = {each.item: each for each in Tick.objects.select_related("by")}
    facts = facts_of(start)
    return [_line(item, facts, ticks.get(item.key)) for item in ITEMS]


def _line(item: Item, facts: Facts, tick: Tick | None) -> Line:
    if item.is_seen is None:
        return Line(item, tick is not None, tick)
    return Line(item, item.is_seen(facts), None)
