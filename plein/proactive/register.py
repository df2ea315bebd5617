"""A need as the Algoritmeregister describes it, and the data that it uses."""

from django.utils.translation import gettext as _

from plein.content.tips.register import asked_by, elements_of, in_line, plain
from plein.identity.algorithm_register import Described
from plein.kernel.dutch import dutch
from plein.proactive.need import DATA, Finds, Need
from plein.vault.catalogue import catalogue


def data_of(need: Need) -> list[str]:
    """In the words of residents."""
    if need.finds:
        return [str(DATA[need.finds])]
    return [_(catalogue().words(element.key)) for element in elements_of(need)]


def asked_in_line(need: Need) -> str:
    return str(Finds(need.finds).label) if need.finds else in_line(asked_by(need))


def described(need: Need, basis: str) -> Described:
    """`basis` is the regulation of the municipality, where it is on or proposed."""
    said = need.words_in("nl")
    with dutch():
        return Described(
            key=f"aanbod-{need.key}",
            name=_("Hulp aanbieden: {what}").format(what=said.title),
            owner=need.owner,
            short=_("Zet een inwoner op een lijst om hulp aan te bieden. {reason}").format(
                reason=plain(said.reason)
            ),
            category=(_("Sociale zekerheid"),),
            goal=_("Mensen op tijd hulp aanbieden, zonder dat zij erom hoeven te vragen."),
            proportionate=_(
                "De lijst houdt alleen bij dat iemand misschien hulp wil, hoogstens 30 dagen."
                " Waarom wordt bij elke keer openen opnieuw bekeken. Wie nee zegt, staat er niet"
                " op. Van wie er niet op staat, blijft alleen een regel in diens logboek."
            ),
            law="; ".join([*(law.said for law in need.law), _("AVG art. 6 lid 1 onder e"), basis])
            if basis
            else "; ".join(law.said for law in need.law),
            law_url=need.law[0].url,
            impact=_("Zie de beschrijving van hulp aanbieden in de documentatie van Plein."),
            method=_(
                "Een vaste regel met een ja of nee: {asked}. Geen score, geen model dat leert."
                " Versie {version} van de regel {key}, broncode openbaar."
            ).format(asked=asked_in_line(need), version=need.version, key=need.key),
            data="; ".join(data_of(need)),
            human=_(
                "Een medewerker biedt de hulp aan. Het is geen besluit, en de inwoner hoeft niets"
                " te doen."
            ),
            risks=_(
                "Een gegeven kan oud of fout zijn, dan past het aanbod niet. De inwoner ziet waarom"
                " het er is en welke gegevens zijn gebruikt, en kan nee zeggen."
            ),
            tags=(_("hulp"), _("aanbod")),
        )
