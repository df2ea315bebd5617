"""A kind of signal as the Algoritmeregister describes it."""

from django.utils.translation import gettext as _

from plein.identity.algorithm_register import Described
from plein.kernel.dutch import dutch
from plein.payments.signals.declared_data import Data
from plein.payments.signals.kind import SignalKind

LAWS = "https://wetten.overheid.nl/BWBR0015703"  # Participatiewet


def described(kind: SignalKind) -> Described:
    with dutch():
        return Described(
            key=kind.key,
            name=str(kind.name),
            owner=str(kind.owner),
            short=_("Een vraag voor een medewerker: {question}").format(question=kind.question),
            category=(_("Sociale zekerheid"), _("Organisatie en bedrijfsvoering")),
            goal=_("Dit is er {purpose}. {help}").format(purpose=kind.purpose, help=kind.help),
            proportionate=str(kind.proportionate),
            law=kind.law,
            law_url=LAWS,
            impact=_("Zie de pagina over eerlijkheid van deze gemeente."),
            method=_(
                "Een vaste regel met een ja of nee. Geen score, geen model dat leert. Versie"
                " {version} van de regel {key}, broncode openbaar."
            ).format(version=kind.version, key=kind.key),
            data="; ".join(str(Data(each).label) for each in sorted(kind.data)),
            human=_(
                "Een medewerker zoekt de vraag uit, eerst om te helpen, en schrijft op wat eruit"
                " kwam. Er verandert nooit iets vanzelf. De inwoner ziet het daarna."
            ),
            risks=_(
                "De ene groep kan vaker een vraag krijgen dan de andere. Dat wordt geteld, met"
                " hoe vaak de vraag nuttig was. Het signaal gaat uit als het niet eerlijk is."
            ),
            tags=(_("uitkering"), _("signaal")),
        )
