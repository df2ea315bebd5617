"""Every page of staff and providers: for everybody, on every screen."""

from datetime import date

import pytest
from django.utils.timezone import now

from plein.audit.actions import Purpose, log_look
from plein.identity.asking import ask_about
from plein.identity.look_question import Kind, LookQuestion
from plein.identity.models import Resident, Staff
from plein.kernel.clock import local_day, start_of
from plein.kernel.months import months_after
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.running import make_run
from plein.payments.models import PaymentRun, RunLine, RunState
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.vault.models import DataUse, Recipient
from plein.webshop.models import Grant, ProductVersion, Provider, SchemePeriod
from plein.workflows.our_rules import our_rules
from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def desk_pages() -> dict[str, list[str]]:
    """The pages of each role, with real ids of the demo."""
    with within(Municipality.objects.get(slug="emmen")):
        period = SchemePeriod.objects.order_by("scheme__name").first().pk
        grant = Grant.objects.first().pk
        version = ProductVersion.objects.first().pk
        provider = Provider.objects.first().pk
        question = question_of_a_resident().pk
        recipient = Recipient.objects.first().pk
        use = DataUse.objects.first().pk
        paid = RunLine.objects.select_related("run").order_by("-pk").first()
        month = f"maand/{paid.run.month.year}/{paid.run.month.month}/"
        run = run_to_check(paid.run.month).pk
    return {
        "bas": [
            "",
            "regelingen/",
            "regelingen/nieuw/kindpakket/",
            f"regelingen/{period}/",
            f"regelingen/{period}/wijzigen/",
            "beleid/",
            "producten/",
            f"producten/{version}/",
            "aanbieders/",
            "aanbieders/nieuw/",
            f"aanbieders/{provider}/",
            "gemeente/",
            "gemeente/teksten/",
            "gemeente/aanvragen/",
        ],
        "sam": [
            "",
            "inwoners/",
            "verzenden/",
            "budgetten/",
            f"budgetten/van/{period}/",
            f"budgetten/van/{period}/nieuw/",
            f"budgetten/van/{period}/bestand/",
            f"budgetten/{grant}/",
            "uitkeringen/",
            f"uitkeringen/{paid.award_id}/",
            f"uitkeringen/{paid.award_id}/{month}",
            "account/",
            "account/passkeys/",
        ],
        "els": ["samen/", "aanvragen/post/", "afspraken/tijden/"],
        "ingrid": [
            "",
            "krediet/",
            "betalen/",
            "betalen/nieuw/",
            "uitkeringen/betalen/",
            "uitkeringen/betalen/nieuw/",
            f"uitkeringen/betalen/{paid.run_id}/",
            f"uitkeringen/betalen/{run}/",
            f"uitkeringen/betalen/{run}/regel/1/",
            "account/wachtwoord/",
        ],
        "wim": [
            "",
            "gemeente/",
            "gemeente/huisstijl/",
            "gemeente/logo/",
            "gemeente/teksten/",
            "gemeente/modules/",
            "gemeente/gebieden/",
            "gemeente/gebruik/",
            "organisaties/",
            "organisaties/nieuw/",
            f"organisaties/{recipient}/",
            f"organisaties/{recipient}/doel/inkomenstoets_woning/",
        ],
        "femke": [
            "",
            "vragen/",
            f"vragen/{question}/",
            "vragen/opvallend/",
            "organisaties/",
            f"organisaties/doel/{use}/",
        ],
    }


def run_to_check(last: date) -> PaymentRun:
    """A run over the next month, with lines to look at; made once."""
    found = PaymentRun.objects.filter(state=RunState.CHECKING).first()
    if found:
        return found
    ingrid, today = Staff.objects.get(account__name="Ingrid"), local_day(now())
    run = make_run(months_after(last, 1), pay_on=today, by=ingrid, at=now())
    calculate_run(run, our_rules(), by=ingrid.actor, at=now())
    return run


def question_of_a_resident() -> LookQuestion:
    """Somebody asks who Sam is, who looked at night."""
    resident, sam = Resident.objects.first(), Staff.objects.get(account__name="Sam")
    look = log_look(
        subject=resident.pk,
        municipality_id=resident.municipality_id,
        action="lezen",
        elements=["inkomen"],
        purpose=Purpose("omdat wij uw aanvraag behandelen", "Participatiewet art. 53a"),
        by=sam.actor,
        at=start_of(local_day(now())),
    )
    return ask_about(look, Kind.WHO, by=resident, at=now())


PROVIDER_PAGES = ["", "kassa/", "producten/", "producten/nieuw/", "betalingen/"]


@pytest.mark.parametrize("name", ["bas", "sam", "ingrid", "wim", "femke"])
def test_axe_finds_nothing_on_the_desk(visitor, name):
    worker = sign_in_to_work(visitor(), name, "medewerkers")

    look_at(worker, [f"/medewerkers/{path}" for path in desk_pages()[name]])


def test_axe_finds_nothing_at_the_provider(visitor):
    worker = sign_in_to_work(visitor(), "yara", "aanbieders")

    look_at(worker, [f"/aanbieders/{path}" for path in PROVIDER_PAGES])


def look_at(worker, addresses: list[str]) -> None:
    for address in addresses:
        assert problems_on(worker.open(address)) == []


@pytest.mark.parametrize("door", ["medewerkers", "aanbieders", "organisaties"])
def test_the_sign_in_pages_are_for_everybody(visitor, door):
    assert problems_on(visitor().open(f"/{door}/inloggen/")) == []
