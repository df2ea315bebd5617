"""The texts that differ per municipality: which there are, and where a page gets them.

Plain text, never HTML: a line is a paragraph, and a template escapes it. A municipality keeps
only what it wrote itself, so that a better text of ours reaches everybody else.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal
from plein.tenants.models import Municipality

ONE_LINE = 100  # characters; a longer text may have paragraphs


class TextTooLong(Refusal):
    message = _("Maak de tekst bij ‘{label}’ korter: hoogstens {longest} tekens.")


@dataclass(frozen=True, slots=True)
class Text:
    """`where` tells staff on which page it stands; `longest` counts characters."""

    key: str
    label: str | Promise
    where: str | Promise
    default: str | Promise
    longest: int = 400

    @property
    def is_one_line(self) -> bool:
        return self.longest <= ONE_LINE


TEXTS = (
    Text(
        "welcome_title",
        _("Titel van de eerste pagina"),
        _("Bovenaan, waar inwoners inloggen."),
        _("Geld om mee te doen"),
        longest=60,
    ),
    Text(
        "welcome_intro",
        _("Uitleg op de eerste pagina"),
        _("Boven de knop Inloggen met DigiD."),
        _("Zie wat u kunt besteden, koop in de winkel en volg uw bestelling."),
    ),
    Text(
        "sign_in_needs",
        _("Wat hebt u nodig?"),
        _("Op de eerste pagina, onder de knop."),
        _(
            "Uw DigiD met sms-controle of de DigiD-app. Hebt u die niet? Bel ons of kom langs. "
            "Wij helpen u dan op een andere manier."
        ),
    ),
    Text(
        "no_digid",
        _("Geen DigiD"),
        _("Op de eerste pagina, boven uw telefoonnummer. Zeg wat iemand zonder DigiD kan doen."),
        _("Geen DigiD, of lukt het niet? Wij helpen u graag."),
        longest=200,
    ),
    Text(
        "help",
        _("Hulp op elke pagina"),
        _("In het vak ‘Lukt het niet?’, boven uw telefoonnummer."),
        _("Wij helpen u graag. Bel ons of kom langs."),
        longest=200,
    ),
    Text(
        "help_intro",
        _("Uitleg op de pagina Hulp"),
        _("Bovenaan de pagina Hulp."),
        _("Wij helpen u graag. Het hoeft niet met de computer."),
    ),
    Text(
        "visit",
        _("Langskomen"),
        _("Onderaan elke pagina, bij uw adres."),
        _("Wij helpen u met het invullen. Dat is gratis."),
        longest=200,
    ),
    Text(
        "no_budget",
        _("U hebt nog geen budget"),
        _("Op Mijn overzicht, als iemand geen budget heeft."),
        _(
            "Hebt u weinig geld? Misschien krijgt u een budget. Bel ons, "
            "dan kijken wij het samen na."
        ),
    ),
    Text(
        "privacy_contact",
        _("Vragen over privacy"),
        _("Op de pagina Privacy, boven uw telefoonnummer. Noem hier uw functionaris."),
        _("Hebt u een vraag of klopt er iets niet? Bel ons."),
    ),
    Text(
        "accessibility_contact",
        _("Vragen over toegankelijkheid"),
        _("Op de pagina Toegankelijkheid, boven uw telefoonnummer."),
        _("Lukt iets u niet? Bel ons. Dan helpen wij u en lossen wij het op."),
    ),
)
_BY_KEY = {text.key: text for text in TEXTS}


def text_of(municipality: Municipality | None, key: str) -> str:
    """The municipality's own words, or ours. Raises KeyError for a key that is not in `TEXTS`."""
    default = _BY_KEY[key].default
    own = municipality.texts.get(key) if municipality else None
    return str(own or default)


def own_texts(given: Mapping[str, str]) -> dict[str, str]:
    """Keep what differs from our own words. Raises `TextTooLong`, and KeyError as `text_of`."""
    kept = {}
    for key, words in given.items():
        text, tidy = _BY_KEY[key], "\n".join(paragraphs(words))
        if len(tidy) > text.longest:
            raise TextTooLong(label=text.label, longest=text.longest)
        if tidy and tidy != str(text.default):
            kept[key] = tidy
    return kept


def paragraphs(words: str) -> list[str]:
    """A line is a paragraph; empty lines, and spaces around and within that say nothing, go."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    return [line for line in lines if line]
