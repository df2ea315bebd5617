"""A look in plain words, for residents and for who answers their questions."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.audit.models import Channel, Look, Result
from plein.vault.catalogue import catalogue

Words = Mapping[str, str | Promise]

ELEMENTS: Words = {
    "namen van het huishouden": gettext_lazy("de namen van uw huishouden"),
    "burgerservicenummer": gettext_lazy("uw burgerservicenummer"),
    "email": gettext_lazy("uw e-mailadres"),
    "nieuw e-mailadres": gettext_lazy("uw nieuwe e-mailadres"),
    "code van e-mailadres": gettext_lazy("de code die wij u stuurden"),
    "papier": gettext_lazy("een papier"),
    "naam van een papier": gettext_lazy("de namen van uw papieren"),
    "aanvragen": gettext_lazy("uw aanvragen"),
    "rol in een aanvraag": gettext_lazy("dat u iets aanvroeg"),
    "taak": gettext_lazy("wat u voor uw aanvraag moet doen"),
    "aanvraag elders": gettext_lazy("uw aanvragen bij andere afdelingen"),
    "stappen en papieren elders": gettext_lazy("de stappen en papieren van die aanvragen"),
    "budget in de winkel": gettext_lazy("uw budget in de winkel"),
    "hulp die stopt": gettext_lazy("welke hulp of welk geld u van ons krijgt"),
    "bestellingen": gettext_lazy("wat u bestelde"),
    "naam bij een bestelling": gettext_lazy("de naam bij uw bestelling"),
    "scenario": gettext_lazy("wat u bewaarde bij wat als"),
    **{key: element.nl for key, element in catalogue().elements.items() if key != "email"},
}
SENTENCES = {
    ("lezen", Result.GIVEN): gettext_lazy("%(who)s bekeek %(what)s%(why)s."),
    ("lezen", Result.REFUSED): gettext_lazy(
        "%(who)s wilde %(what)s bekijken%(why)s. Dat mocht niet."
    ),
    ("gebruiken", Result.GIVEN): gettext_lazy("%(who)s gebruikte %(what)s%(why)s."),
    ("gebruiken", Result.REFUSED): gettext_lazy(
        "%(who)s wilde %(what)s gebruiken%(why)s. Dat mocht niet."
    ),
}


def element_words(key: str, words: Words = ELEMENTS) -> str:
    """What a resident calls this element; the key itself where nobody named it."""
    return str(words.get(key, key))


def sentence_of(look: Look, words: Words = ELEMENTS) -> str:
    """ "Team Inkomen van gemeente Emmen bekeek uw inkomen voor uw aanvraag (… artikel 53a)." """
    use = look.action if look.action == "lezen" else "gebruiken"
    sentence = SENTENCES[use, Result(look.result)]
    what = _listed([element_words(key, words) for key in look.elements])
    return str(sentence) % {"who": _who(look), "what": what, "why": _why(look)}


def _who(look: Look) -> str:
    if look.channel == Channel.RESIDENT:
        is_other = look.function != ""  # a helper, a bewindvoerder, a parent: each under that name
        return str(capfirst(look.organisation)) if is_other else _("Iemand van uw huishouden")
    if look.team and look.channel != Channel.SYSTEM:
        return _("%(team)s van %(organisation)s") % {
            "team": capfirst(look.team),
            "organisation": look.organisation,
        }
    return str(capfirst(look.organisation))


def _why(look: Look) -> str:
    """The purpose is a part of a sentence, such as "omdat u inlogde" or "voor uw aanvraag"."""
    if not look.purpose:
        return ""
    comma = "," if look.purpose.startswith("om") else ""
    basis = f" ({look.basis.replace('art. ', 'artikel ')})" if look.basis else ""
    return f"{comma} {look.purpose}{basis}"


def _listed(words: list[str]) -> str:
    if not words:
        return _("uw gegevens")
    *first, last = words
    return _("%(first)s en %(last)s") % {"first": ", ".join(first), "last": last} if first else last
