"""Somebody else's id, in every address that takes one: it is simply not found."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from plein.appointments.actions.calling_back import ask_for_a_call
from plein.appointments.actions.offering import offer
from plein.appointments.actions.setting_up import add_hours, close_on
from plein.appointments.models import AppointmentKind
from plein.assisted.actions.sessions import start_session
from plein.assisted.models import Proof
from plein.authoring.actions.drafting import begin_draft
from plein.cases.actions.areas import contract, set_area
from plein.cases.actions.keeping_lists import keep_list
from plein.cases.actions.opening import open_case
from plein.cases.actions.participating import let_in
from plein.cases.actions.publishing import publish_case_type
from plein.cases.actions.relocating import notice
from plein.cases.models import Advice, Decision, FollowUp, FollowUpKind, Proposal
from plein.cases.new_place import NewPlace
from plein.cases.worklist import Narrowing
from plein.delivery.actions.devices import add_device
from plein.identity.actions import household_of, know_resident
from plein.identity.asking import ask_about
from plein.identity.imports import keeping
from plein.identity.look_question import Kind
from plein.identity.mandates import invite_helper, take_up_mandate
from plein.identity.models import Account, ProviderUser, Role, Staff
from plein.inbox.actions.hiding import propose_hiding
from plein.inbox.actions.talking import ask as talk
from plein.inbox.actions.talking import conversation_about
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import Channel, TaskKind
from plein.inbox.models.events import HidingGround
from plein.inbox.task_words import TaskWords
from plein.intake.actions.filling_in import begin
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.bsn import Bsn
from plein.offers.actions.responding import Shared, respond
from plein.offers.actions.reviewing import post_offer
from plein.offers.actions.suggesting import suggest
from plein.offers.actions.writing import send_offer, write_offer
from plein.payments.actions.accounts import propose_account
from plein.payments.actions.awarding import NewAward, award
from plein.payments.actions.booking import book_run
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.running import approve_run, looked_at, make_run, propose_run
from plein.proactive.actions.switching import confirm_need, propose_need
from plein.proactive.library import needs
from plein.proactive.models import HelpOffer
from plein.starting.models import Chosen, ChosenKind
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.vault.actions.collecting import start_collection
from plein.vault.actions.corrections import report_wrong
from plein.vault.actions.erasing import ask_erasure
from plein.vault.actions.exports import ask_export
from plein.vault.actions.grants import give, once
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.actions.recipients import admit_recipient
from plein.vault.actions.requests import ask, take_up
from plein.vault.actions.scenarios import keep_scenario
from plein.vault.models import Mode
from plein.web.doors import DESK, ORGANISATION, PROVIDER, RESIDENT
from plein.webshop.actions.activating import make_codes
from plein.webshop.actions.announcements import announce
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.actions.claim_drafts import keep_draft
from plein.webshop.actions.iban import ask_iban
from plein.webshop.actions.limits import Limit, add_limit
from plein.webshop.actions.places import keep_place
from plein.webshop.actions.returning import CameBack, return_line
from plein.webshop.actions.settlement import make_batch
from plein.webshop.actions.sign_up import Application, sign_up
from plein.webshop.actions.till import hand_over
from plein.webshop.actions.waiting import put_on_waiting_list
from plein.webshop.imports.booking import ask_to_book
from plein.webshop.models import (
    LimitScope,
    LimitWindow,
    ProviderKind,
    ReturnReason,
    SchemePeriod,
)
from plein.workflows.our_rules import our_rules
from tests.audit.conftest import look
from tests.cases.conftest import JOINT, KEY
from tests.cast import NOON, TESTS
from tests.gateways.push_service import Browser
from tests.offers.conftest import GARDEN
from tests.payments.conftest import ALONE, OF_KATJA
from tests.payments.rows import one_of_each
from tests.vault.conftest import (  # noqa: F401 - fixtures of the vault
    income_check,
    open_use,
    woonstichting,
)
from tests.web.provider.conftest import BATH
from tests.web.walk import ID, fitting, found, routes, rows_of_every_kind
from tests.webshop.claiming import RECEIPT, submit
from tests.webshop.conftest import children_of, household, order
from tests.webshop.test_announcements import news
from tests.webshop.test_sign_up import SPRONG

pytestmark = pytest.mark.long
ALL_ROLES = list(Role)
DOORS = (RESIDENT, DESK, PROVIDER, ORGANISATION)
# Made by work of their own; what others find of them is tested with that work.
WITHOUT_ROW = ["bylaw", "credential", "showing"]


@pytest.fixture(autouse=True)
def bare_refusals(monkeypatch):
    """The page that says it kindly is drawn thousands of times here, for nobody."""
    monkeypatch.setattr(
        "plein.web.errors._page", lambda _request, _name, status: HttpResponse(status=status)
    )


@pytest.fixture
def emmens(fatima, lina, kindpakket, swimming_lessons, grant_for, ingrid, income_check, sam, bas):
    """A full shop, a vault that is shared, an aanvraag, and all that can be asked of them."""
    grant = grant_for(kindpakket, lina)
    order(fatima, (swimming_lessons, lina, grant))
    limit_and_wait(kindpakket, fatima, sam)
    settle_in_the_shop(fatima, lina, grant, swimming_lessons, ingrid)
    share(vault_of(fatima, at=NOON), income_check, fatima)
    seen = look(grant.municipality, fatima.pk)
    ask_about(seen, Kind.WHO, by=fatima, at=NOON)
    use_every_right(fatima)
    case = follow_a_case(fatima, sam)
    do_together(sam)
    pay_a_benefit(fatima, ingrid, sam)
    one_of_each(fatima, sam)
    run_a_shop(swimming_lessons.product.provider, bas)
    offer_help(fatima, sam, bas)
    lie_ready()
    offer_something(income_check.recipient, fatima, case, bas, sam)
    rows = {**rows_of_every_kind(), "operation": str(seen.operation), "case": str(case.pk)}
    assert len(rows) > 50
    return rows


def offer_help(resident, sam, bas):
    """With what her budget is for, by two people who may."""
    need = needs()["budget-stopt"]
    propose_need(need, "Verordening (voorbeeld)", by=sam, at=NOON)
    confirm_need(need, by=bas, at=NOON)
    days = {"found_on": NOON.date(), "until": NOON.date() + timedelta(days=30)}
    HelpOffer.objects.create(resident=resident, kind=need.key, version=need.version, **days)


def limit_and_wait(period, resident, sam):
    """A limit, a place on the waiting list, a file to book, and a code on a letter."""
    once = Limit(LimitScope.MEMBER, LimitWindow.ONCE, most=1, group="Fiets")
    add_limit(period.scheme, once, by=sam, at=NOON)
    home = household(resident)
    youngest = children_of(resident)[-1]
    put_on_waiting_list(period, home, youngest, reference="W-1", by=TESTS, at=NOON)
    ask_to_book(period, keeping.keep(b"kenmerk", str(period.pk), sam), by=sam, at=NOON)
    until = NOON.date() + timedelta(days=30)
    make_codes(period, ["brief-1"], cents=None, valid_until=until, by=sam, at=NOON)


def settle_in_the_shop(resident, child, grant, version, maker):
    """Handed over yesterday, in a batch and brought back; a declaratie, and one not sent yet."""
    yesterday = NOON - timedelta(days=1)
    pickup = order(resident, (version, child, grant), key="given", at=yesterday).pickups.get()
    hand_over(pickup, by=TESTS, at=yesterday)
    make_batch(until=NOON.date(), by=maker, at=NOON)
    back = CameBack(ReturnReason.OTHER, on_shelf=True)
    return_line(pickup.lines.get(), back, by=TESTS, at=NOON)
    SchemePeriod.objects.update(takes_claims=True)
    submit(resident, child, grant, cents=100)
    keep_draft(resident, {"what": "Zwemles"}, [RECEIPT], key="d", by=resident.actor, at=NOON)


def lie_ready():
    """A scheme of another municipality that may be taken over."""
    given = {"kind": ChosenKind.SCHEME, "host": "assen.localhost", "key": "Kindpakket"}
    Chosen.objects.create(**given, name="Kindpakket", municipality_name="Assen", chosen_at=NOON)


def run_a_shop(provider, bas):
    """Somebody signs up, a bank account waits, there is a place to go to, and there is news."""
    sign_up(Application(**SPRONG), at=NOON)
    ask_iban(provider, "NL20INGB0001234567", by=TESTS, at=NOON)
    keep_place(provider, BATH, by=TESTS, at=NOON)
    announce(news(), by=bas, at=NOON)


def follow_a_case(resident, sam):
    """With a task, a talk, an appointment, a partner, a move, and what is kept quiet."""
    joint = publish_case_type(KEY, JOINT, by=TESTS, at=NOON)
    case = open_case(resident, joint, by=resident.actor, at=NOON)
    begin(resident, joint, by=resident.actor, at=NOON)
    words = TaskWords("Stuur uw loonstrook")
    task = {"due_on": None, "needs_review": True, "by": sam.actor, "at": NOON}
    set_task(case.topic, TaskKind.PAPER, words, **task)
    weigh(case, sam)
    talk(conversation_about(case.topic, at=NOON), "Dag", key=uuid4(), by=resident.actor, at=NOON)
    kind = AppointmentKind.objects.create(name="Gesprek", minutes=30, ways=["bellen"], team="Team")
    offer(kind, case.topic, why="", due_on=None, by=sam.actor, at=NOON)
    by = {"by": resident.actor, "at": NOON}
    ask_for_a_call(resident, "06 12345678", "Vraag", "ochtend", page="", **by)
    add_hours(None, 1, time(9), time(17), by=TESTS, at=NOON)
    close_on(NOON.date() + timedelta(days=31), "Feestdag", by=TESTS, at=NOON)
    until, event = NOON.date() + timedelta(days=30), case.topic.events.earliest("at")
    propose_hiding(event, HidingGround.DANGER, until, tells_nothing=False, by=sam, at=NOON)
    why = {"purpose": "om te helpen", "basis": "Wgs art. 4", "parts": [KEY], "until": None}
    gkb = Organisation.objects.create(name="GKB", kvk="00000099")
    let_in(case, gkb, **why, by=sam, at=NOON)
    area = set_area("Noord", [(78_000_000, 78_999_999)], by=TESTS, at=NOON)
    contract(area, KEY, gkb, start=NOON.date(), until=None, by=TESTS, at=NOON)
    notice(
        resident,
        NewPlace(municipality="Buren"),
        moves_on=until - timedelta(days=9),
        by=resident.actor,
        at=NOON,
    )
    keep_list("Van mij", Narrowing(), by=sam)
    subscription = Browser("https://updates.push.services.mozilla.com/a").subscription
    add_device(resident, subscription, by=resident.actor, at=NOON)
    return case


def offer_something(recipient, resident, case, reader, sam):
    """Work of De Es, suggested to the resident, who responds."""
    rosa = Actor(ActorKind.ORGANISATION, "rosa", "Woonstichting De Es")
    version = write_offer(recipient, GARDEN, by=rosa, at=NOON)
    post_offer(send_offer(version.offer, by=rosa, at=NOON), by=reader, at=NOON)
    suggest(case.topic, version.offer, "U houdt van planten", by=sam, at=NOON)
    respond(version.offer, resident, Shared("Fatima", "06"), by=resident.actor, at=NOON)


def pay_a_benefit(resident, maker, approver):
    """With an account that waits for a colleague, and a file for the bank."""
    new = NewAward(resident, "E-1", date(2026, 10, 1), ALONE, OF_KATJA)
    made = award(new, by=approver, at=NOON)
    propose_account(made, OF_KATJA, by=approver, at=NOON)
    run = make_run(date(2026, 10, 1), pay_on=NOON.date(), by=maker, at=NOON)
    calculate_run(run, our_rules(), by=TESTS, at=NOON)
    looked_at(run, list(run.lines.values_list("pk", flat=True)), by=maker, at=NOON)
    propose_run(run, by=maker, at=NOON)
    book_run(approve_run(run, by=approver, at=NOON), by=TESTS, at=NOON)


def do_together(sam):
    """With somebody else: what is not confirmed keeps others from deciding."""
    given = {"by": sam, "at": NOON, "day": NOON.date()}
    start_session(Bsn("999990044"), Channel.DESK, Proof.PASSPORT, **given)


def share(vault, use, resident):
    """One request that was answered, one that waits, and a collection."""
    officer = Actor(ActorKind.ORGANISATION, "rosa", "Woonstichting De Es")
    keep(vault, [Incoming("bri_inkomen", 1_840_000)], mode=Mode.SOURCE, at=NOON)
    start_collection(vault, until=NOON + timedelta(hours=2), by=resident.actor, at=NOON)
    for _request in range(2):
        _asked, code = ask(use, "X-1", by=officer, at=NOON)
        mine = take_up(vault, code, by=resident.actor, at=NOON)
    give(vault, use, [], once(NOON), request=mine, by=resident.actor, at=NOON)


def use_every_right(resident):
    """A report, a file, a request to erase, and somebody who helps."""
    vault, by = vault_of(resident, at=NOON), resident.actor
    keep(vault, [Incoming("ww_bruto", 148_200)], mode=Mode.SOURCE, at=NOON)
    report_wrong(vault.values.get(element="ww_bruto"), "Het is meer", by=by, at=NOON)
    ask_export(vault, by=by, at=NOON)
    keep_scenario(vault, "Bij de bakker", [], by=resident, at=NOON)
    ask_erasure(vault, by=by, at=NOON)
    until = NOON.date() + timedelta(days=300)
    _mandate, code = invite_helper(resident, ["geld"], label="Fatima", until=until, at=NOON)
    take_up_mandate(know_resident(Bsn("999990044"), by=TESTS, at=NOON), code, at=NOON)


def at(client: Client, host: str) -> Client:
    client.defaults["HTTP_HOST"] = host
    return client


def test_staff_of_buren_find_nothing_of_emmen(emmens, buren, at_work):
    with within(buren):
        account = Account.objects.create_user("allrounder@plein.example", name="Alles")
        Staff.objects.create(account=account, team="Team", roles=ALL_ROLES)

        client = at(at_work(account, DESK), "buren.localhost")
        assert client.get("/medewerkers/").status_code == 200
        assert found(client, DESK, emmens) == set()


def test_a_resident_of_buren_finds_nothing_of_emmen(emmens, buren, signed_in):
    with within(buren):
        lotte = know_resident(Bsn("999990032"), by=TESTS, at=NOON)
        household_of(lotte, at=NOON, day=NOON.date())

        client = signed_in(lotte, host="buren.localhost")
        assert client.get("/overzicht/").status_code == 200
        assert found(client, RESIDENT, emmens) == set()


def test_a_neighbour_finds_nothing_of_another_household(
    emmens, signed_in, swimming_lessons, income_check
):
    neighbour = know_resident(Bsn("999990032"), by=TESTS, at=NOON)
    household_of(neighbour, at=NOON, day=NOON.date())
    client = signed_in(neighbour)
    # What is for sale may be put in anybody's basket; who may ask, what one can come and talk
    # about, and what organisations offer, is in everybody's sight.
    shown = {str(swimming_lessons.pk), str(income_check.pk)}

    theirs = {name: row for name, row in emmens.items() if row not in shown}
    del theirs["appointmentkind"], theirs["offer"]
    assert found(client, RESIDENT, theirs) == set()


def test_another_shop_finds_nothing_of_de_plons(emmens, at_work, bas):
    organisation = Organisation.objects.create(name="De Spaak", kvk="90000002")
    admit_provider(
        organisation, kind=ProviderKind.SHOP, iban="NL91ABNA0417164300", by=TESTS, at=NOON
    )
    account = Account.objects.create_user("ali@plein.example", name="Ali")
    ProviderUser.objects.create(account=account, organisation=organisation)

    client = at_work(account, PROVIDER)
    assert client.get("/aanbieders/").status_code == 200
    # Every shop here may ask to take part in a scheme of this municipality.
    theirs = {name: row for name, row in emmens.items() if name != "scheme"}
    assert found(client, PROVIDER, theirs) == set()


def test_another_organisation_finds_nothing_of_de_es(emmens, at_work, bas):
    organisation = Organisation.objects.create(name="Gilde", kvk="90000079")
    admit_recipient(organisation, may_have_bsn=False, contact="Bel", by=bas, at=NOON)
    account = Account.objects.create_user("hanna@plein.example", name="Hanna")
    ProviderUser.objects.create(account=account, organisation=organisation)

    client = at_work(account, ORGANISATION)
    assert client.get("/organisaties/").status_code == 200
    assert found(client, ORGANISATION, emmens) == set()


def weigh(case, sam):
    """What rules advised, what Sam proposed and decided, and a journey that he writes."""
    advice = Advice.objects.create(case=case, content_sealed=b"x", asked_by=sam, asked_at=NOON)
    sealed = {"words_sealed": b"x", "weighing_sealed": b"x", "advice": advice}
    by = {"proposed_by": sam, "proposed_at": NOON}
    Proposal.objects.create(case=case, result="toegekend", **sealed, **by)
    decision = Decision.objects.create(
        case=case,
        result="toegekend",
        explanation_sealed=b"x",
        decided_on=NOON.date(),
        decided_at=NOON,
        decided_by=sam,
        object_until=NOON.date(),
    )
    budget = {"kind": FollowUpKind.BUDGET, "what": "Budget", "because": "De pot is leeg."}
    FollowUp.objects.create(decision=decision, is_done=False, **budget)
    begin_draft("nieuw", JOINT, by=sam, at=NOON)


def test_the_test_can_fail(emmens, fatima, signed_in):
    """Fatima does find her own."""
    assert household(fatima)
    assert 200 in {status for _address, status in found(signed_in(fatima), RESIDENT, emmens)}


def test_every_part_of_every_address_has_a_row_that_fits(emmens):
    names = {name for door in DOORS for route in routes(door) for name in ID.findall(route)}

    assert sorted(name for name in names if not fitting(name, emmens)) == WITHOUT_ROW


def test_the_walk_knows_every_door_and_takes_more_than_one_id():
    assert "/organisaties/gedeeld/<uuid:grant_id>/bekijk/" in routes(ORGANISATION)
    assert "/aanvragen/<uuid:case_id>/doen/<uuid:task_id>/" in routes(RESIDENT)
    assert "/medewerkers/aanvragen/<uuid:case_id>/taak/<uuid:task_id>/akkoord/" in routes(DESK)
