"""An open page hears of what changed: its own, each thing once, also after it was away."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone

from plein.identity.actions import household_of, know_resident
from plein.identity.models import Account, Role, Staff
from plein.inbox.actions.talking import ask, general_conversation
from plein.inbox.models import Presence, Signal
from plein.inbox.timeline import announce
from plein.kernel.bsn import Bsn
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cast import BSN_OF, TESTS
from tests.web.conftest import url
from tests.web.live import OpenPage, played, running_live

DESK_LIVE = "/medewerkers/live/"


@pytest.fixture
def fatimas(committed, fatima, signed_in):
    return signed_in(fatima)


@pytest.fixture
def sams(committed, sam, at_work):
    return at_work(sam.account, DESK)


@pytest.fixture
def talk(fatima):
    return general_conversation(fatima, at=timezone.now())


def acts(talk, resident) -> str:
    """Something happens; the topic that a page has to hear of."""
    ask(talk, "Hallo", key=uuid4(), by=resident.actor, at=timezone.now())
    return str(talk.topic_id)


def resident_of(place, key="katja"):
    with within(place):
        one = know_resident(Bsn(BSN_OF[key]), by=TESTS, at=timezone.now())
        household_of(one, at=timezone.now(), day=timezone.localdate(), name=key.title())
    return one


def test_an_open_page_hears_of_an_act_and_nothing_about_it(fatimas, fatima, talk):
    async def story():
        async with running_live() as app:
            page = await OpenPage(app, fatimas).open()
            topic = acts(talk, fatima)
            event = await page.hear()
            await page.drop()
            return event, topic

    event, topic = played(story())

    number = Signal.objects.get().number
    assert event == {"id": str(number), "event": "nieuws", "data": topic}


def test_nothing_crosses_to_another_resident_nor_to_another_municipality(
    fatimas, fatima, talk, emmen, buren, signed_in, at_work
):
    katja, lotte = resident_of(emmen), resident_of(buren)
    with within(buren):
        account = Account.objects.create_user("noor@buren.example", name="Noor")
        Staff.objects.create(account=account, team="Balie", roles=[Role.CONSULENT])
    noors = at_work(account, DESK)
    noors.defaults["HTTP_HOST"] = "buren.localhost"

    async def story():
        async with running_live() as app:
            others = [
                await OpenPage(app, signed_in(katja)).open(),
                await OpenPage(app, signed_in(lotte, host="buren.localhost")).open(),
                await OpenPage(app, noors, DESK_LIVE).open(),
            ]
            mine = await OpenPage(app, fatimas).open()
            acts(talk, fatima)
            heard = await mine.hear()
            silent = [await other.hears_nothing() for other in others]
            assert [other.status for other in others] == [200, 200, 200]
            for page in (*others, mine):
                await page.drop()
            return heard, silent

    heard, silent = played(story())

    assert heard["event"] == "nieuws"
    assert silent == [True, True, True]


def test_staff_hear_of_every_topic_of_their_municipality(sams, fatima, talk):
    async def story():
        async with running_live() as app:
            page = await OpenPage(app, sams, DESK_LIVE).open()
            topic = acts(talk, fatima)
            event = await page.hear()
            await page.drop()
            return event["data"] == topic

    assert played(story())


def test_after_a_dropped_connection_nothing_is_lost_and_nothing_doubled(fatimas, fatima, talk):
    async def story():
        async with running_live() as app:
            page = await OpenPage(app, fatimas).open()
            acts(talk, fatima)
            heard = [await page.hear()]
            await page.drop()
            for _act in range(3):
                acts(talk, fatima)
            await page.open()
            acts(talk, fatima)
            heard += [await page.hear() for _act in range(4)]
            silent = await page.hears_nothing()
            await page.drop()
            return [int(event["id"]) for event in heard], silent

    heard, silent = played(story())

    assert heard == list(Signal.objects.order_by("number").values_list("number", flat=True))
    assert len(heard) == 5
    assert silent


def test_a_new_process_goes_on_where_the_page_was(fatimas, fatima, talk):
    """The script names the number, as the browser does only for its own reconnections."""

    async def first():
        async with running_live() as app:
            page = await OpenPage(app, fatimas).open()
            acts(talk, fatima)
            last = (await page.hear())["id"]
            await page.drop()
            return last

    async def second(last):
        async with running_live() as app:
            page = await OpenPage(app, fatimas, query=f"sinds={last}").open()
            event = await page.hear()
            silent = await page.hears_nothing()
            await page.drop()
            return event["id"], silent

    last = played(first())
    acts(talk, fatima)
    heard, silent = played(second(last))

    assert int(heard) == Signal.objects.latest("number").number > int(last)
    assert silent


def test_the_numbers_have_the_order_in_which_they_became_visible(committed, emmen, fatima, talk):
    """Else a page that saw a higher number would never hear of a lower one."""
    said, done = Barrier(2), Barrier(2)
    slow = []

    def slow_act() -> None:
        with within(emmen):
            with transaction.atomic():
                slow.append(announce(talk.topic, at=timezone.now()).pk)
                said.wait(10)
                done.wait(10)
            connection.close()

    thread = Thread(target=slow_act)
    thread.start()
    said.wait(10)
    with transaction.atomic():
        quick = announce(talk.topic, at=timezone.now()).pk
    done.wait(10)
    thread.join()

    order = Signal.objects.order_by("number").values_list("pk", flat=True)
    assert list(order) == [quick, *slow]


def test_when_the_database_drops_the_listener_it_comes_back_and_catches_up(
    fatimas, fatima, talk, superuser
):
    async def story():
        async with running_live() as app:
            page = await OpenPage(app, fatimas).open()
            acts(talk, fatima)
            await page.hear()
            superuser.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
            )
            topic = acts(talk, fatima)
            event = await page.hear()
            await page.drop()
            return event["data"] == topic

    assert played(story())


def test_a_session_that_ended_is_cut_off(fatimas, fatima, talk):
    async def story():
        async with running_live(beat=0.2) as app:
            page = await OpenPage(app, fatimas).open()
            fatimas.post(url("sign-out"))
            event = await page.hear()
            acts(talk, fatima)
            silent = await page.hears_nothing()
            await page.drop()
            return event["event"], silent

    assert played(story()) == ("einde", True)


def test_staff_who_lost_the_right_are_cut_off(sams, sam):
    async def story():
        async with running_live(beat=0.2) as app:
            page = await OpenPage(app, sams, DESK_LIVE).open()
            Staff.objects.filter(pk=sam.pk).update(roles=[Role.FINANCE])
            event = await page.hear()
            await page.drop()
            return event["event"]

    assert played(story()) == "einde"


def test_the_doors_decide_who_may_listen(fatimas, fatima, talk, emmen, signed_in, sams):
    katjas = signed_in(resident_of(emmen))
    asked = f"gesprek={talk.pk}"

    async def status(app, client, path="/live/", query=""):
        page = await OpenPage(app, client, path, query).open()
        await page.drop()
        return page.status

    async def story():
        async with running_live() as app:
            assert await status(app, fatimas, query=asked) == 200
            assert await status(app, katjas, query=asked) == 404
            assert await status(app, fatimas, query="gesprek=x") == 404
            assert await status(app, fatimas, DESK_LIVE) == 302
            assert await status(app, sams, "/live/") == 302
            assert await status(app, sams, DESK_LIVE, asked) == 200

    played(story())


def test_who_is_there_is_seen_by_the_other_side_while_it_lasts(fatimas, fatima, talk, sams):
    acts(talk, fatima)
    address = url("talk", talk.pk)

    def sees_somebody() -> bool:
        return "Uw consulent is er nu." in fatimas.get(address).content.decode()

    async def story():
        async with running_live() as app:
            mine = await OpenPage(app, fatimas, query=f"gesprek={talk.pk}").open()
            before = sees_somebody()
            sam = await OpenPage(app, sams, DESK_LIVE, f"gesprek={talk.pk}").open()
            assert (await mine.hear())["data"] == str(talk.topic_id)
            during = sees_somebody()
            await sam.drop()
            assert (await mine.hear())["data"] == str(talk.topic_id)
            after = sees_somebody()
            await mine.drop()
            return before, during, after

    assert played(story()) == (False, True, False)
    assert not Presence.objects.exists()
