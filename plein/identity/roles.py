"""What people of a municipality may do: a right per act, a set of rights per role."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    SEE_PEOPLE = "see_people", _("gegevens van inwoners zien, met een reden")
    HANDLE_CASES = "handle_cases", _("aanvragen behandelen")
    ANSWER_TALKS = "answer_talks", _("berichten van inwoners lezen en beantwoorden")
    HELP = "help", _("samen met een inwoner dingen doen, aan de balie of telefoon")
    HANDLE_APPOINTMENTS = "handle_appointments", _("afspraken met inwoners zien en verzetten")
    PLAN_APPOINTMENTS = "plan_appointments", _("tijden voor afspraken maken")
    SEE_FIGURES = "see_figures", _("zien hoe het met de aanvragen gaat, zonder namen")
    GRANT = "grant", _("budgetten toekennen en intrekken")
    HANDLE_CLAIMS = "handle_claims", _("declaraties van inwoners beoordelen")
    MANAGE_SCHEMES = "manage_schemes", _("regelingen maken en wijzigen")
    MANAGE_PROVIDERS = "manage_providers", _("aanbieders beheren")
    REVIEW_PRODUCTS = "review_products", _("producten goedkeuren")
    SIMULATE = "simulate", _("zien wat een verandering van beleid doet")
    PROPOSE_BYLAWS = "propose_bylaws", _("eigen bedragen en grenzen voorstellen")
    APPROVE_BYLAWS = "approve_bylaws", _("eigen bedragen en grenzen goedkeuren")
    PROPOSE_CREDIT = "propose_credit", _("geld voor een regeling voorstellen")
    APPROVE_CREDIT = "approve_credit", _("geld voor een regeling goedkeuren")
    SETTLE = "settle", _("betaalbestanden maken")
    APPROVE_SETTLEMENT = "approve_settlement", _("betaalbestanden goedkeuren")
    HANDLE_AWARDS = "handle_awards", _("uitkeringen zien, wijzigen en beëindigen")
    HANDLE_SIGNALS = "handle_signals", _("vragen die uit signalen komen uitzoeken")
    MANAGE_SIGNALS = (
        "manage_signals",
        _("signalen aanzetten, uitzetten en hun eerlijkheid bekijken"),
    )
    HANDLE_OFFERS = "handle_offers", _("hulp aanbieden aan wie die misschien nodig heeft")
    MANAGE_OFFERS = "manage_offers", _("hulp aanbieden aanzetten en uitzetten")
    IMPORT_AWARDS = "import_awards", _("lopende uitkeringen overnemen uit een bestand")
    PAY_AWARDS = "pay_awards", _("betalingen van uitkeringen maken en nakijken")
    APPROVE_PAYMENTS = "approve_payments", _("betalingen van uitkeringen goedkeuren")
    WRITE_JOURNEYS = "write_journeys", _("aanvragen maken en wijzigen")
    PUBLISH_JOURNEYS = "publish_journeys", _("aanvragen publiceren die een collega aanbood")
    EDIT_TEXTS = "edit_texts", _("teksten en contact van de gemeente wijzigen")
    MANAGE_TIPS = "manage_tips", _("tips voor inwoners aanzetten en uitzetten")
    SEE_RECIPIENTS = "see_recipients", _("zien welke organisaties om gegevens mogen vragen")
    MANAGE_RECIPIENTS = "manage_recipients", _("organisaties en hun doelen voorstellen")
    APPROVE_USES = "approve_uses", _("doelen van organisaties goedkeuren")
    MANAGE_MUNICIPALITY = "manage_municipality", _("huisstijl, logo en modules wijzigen")
    AGREE_HIDING = "agree_hiding", _("beslissen of een inwoner iets nu niet ziet")
    ANSWER_LOOK_QUESTIONS = "answer_look_questions", _("vragen over het log beantwoorden")
    HANDLE_CORRECTIONS = "handle_corrections", _("meldingen van foute gegevens behandelen")
    APPROVE_ERASURES = "approve_erasures", _("goedkeuren dat gegevens worden gewist")


class Role(models.TextChoices):
    CONSULENT = "consulent", _("consulent")
    SCHEME_MANAGER = "regelingbeheerder", _("regelingbeheerder")
    FINANCE = "financien", _("financiën")
    DESK = "balie", _("balie")
    MUNICIPALITY_MANAGER = "functioneel-beheerder", _("functioneel beheerder")
    PRIVACY_OFFICER = "functionaris gegevensbescherming", _("functionaris gegevensbescherming")


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CONSULENT: frozenset(
        {
            Right.SEE_PEOPLE,
            Right.GRANT,
            Right.HANDLE_CASES,
            Right.ANSWER_TALKS,
            Right.HANDLE_APPOINTMENTS,
            Right.HELP,
            Right.HANDLE_AWARDS,
            Right.HANDLE_CLAIMS,
            Right.HANDLE_SIGNALS,
            Right.HANDLE_OFFERS,
        }
    ),
    Role.SCHEME_MANAGER: frozenset(
        {
            Right.MANAGE_SCHEMES,
            Right.MANAGE_PROVIDERS,
            Right.REVIEW_PRODUCTS,
            Right.PROPOSE_CREDIT,
            Right.SIMULATE,
            Right.SEE_FIGURES,
            Right.PROPOSE_BYLAWS,
            Right.APPROVE_BYLAWS,
            Right.EDIT_TEXTS,
            Right.MANAGE_TIPS,
            Right.WRITE_JOURNEYS,
        }
    ),
    # Making and approving are two rights of one role: the action itself asks for two people.
    Role.FINANCE: frozenset(
        {
            Right.APPROVE_CREDIT,
            Right.SETTLE,
            Right.APPROVE_SETTLEMENT,
            Right.PAY_AWARDS,
            Right.APPROVE_PAYMENTS,
        }
    ),
    Role.DESK: frozenset(
        {
            Right.SEE_PEOPLE,
            Right.HANDLE_CORRECTIONS,
            Right.ANSWER_TALKS,
            Right.HANDLE_APPOINTMENTS,
            Right.PLAN_APPOINTMENTS,
            Right.HELP,
        }
    ),
    Role.MUNICIPALITY_MANAGER: frozenset(
        {
            Right.MANAGE_MUNICIPALITY,
            Right.IMPORT_AWARDS,
            Right.SEE_FIGURES,
            Right.EDIT_TEXTS,
            Right.MANAGE_TIPS,
            Right.WRITE_JOURNEYS,
            Right.PUBLISH_JOURNEYS,
            Right.APPROVE_BYLAWS,
            Right.SEE_RECIPIENTS,
            Right.MANAGE_RECIPIENTS,
            Right.MANAGE_SIGNALS,
            Right.MANAGE_OFFERS,
        }
    ),
    Role.PRIVACY_OFFICER: frozenset(  # AVG art. 37 to 39
        {
            Right.ANSWER_LOOK_QUESTIONS,
            Right.AGREE_HIDING,
            Right.SEE_RECIPIENTS,
            Right.APPROVE_USES,
            Right.HANDLE_CORRECTIONS,
            Right.APPROVE_ERASURES,
            Right.MANAGE_SIGNALS,
            Right.MANAGE_OFFERS,
        }
    ),
}


def rights_of(roles: list[str]) -> frozenset[Right]:
    return frozenset().union(*(RIGHTS[Role(role)] for role in roles))
