"""Wat als: Katja puts events together, sees what they do, and keeps them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from plein.insight.events import KINDS
from plein.kernel.months import month_of, months_after
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.statements import state
from plein.vault.models import Mode, Scenario
from tests.cast import NOON
from tests.web.conftest import url

MOST_QUERIES = 16  # two looks, each with its line in the log and its transaction


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


def month(number: int) -> date:
    """So many months from this one."""
    return months_after(month_of(timezone.localdate()), number)


def day(value: date) -> str:
    return f"{value:%d-%m-%Y}"


def add(client, kind, **given):
    return client.post(url("what-if-add", kind), given)


def works(client, hours=16, since=4, hourly=""):
    """After the WW has ended."""
    return add(client, "werken", on=month(since).isoformat(), hours=hours, hourly=hourly)


def page(client):
    return client.get(url("what-if")).context


def lines(context):
    return {str(line["label"]): line for line in context["month"]["lines"]}


def keep_as(client, name):
    return client.post(url("what-if-keep"), {"name": name})


def test_nothing_filled_in_yet_says_what_to_do(katjas, known):
    words = katjas.get(url("what-if")).content.decode()

    assert "U hebt nog niets ingevuld" in words
    assert "Loont meer werken?" in words


def test_without_data_there_is_nothing_to_try_out(katjas):
    for name in ("what-if", "what-if-choose"):
        assert katjas.get(url(name)).url == url("my-money")
    assert katjas.get(url("what-if-add", "kind")).url == url("my-money")


def test_working_sixteen_hours_stands_beside_doing_nothing(katjas, known):
    assert works(katjas).url == url("what-if")

    context = page(katjas)

    assert context["month"]["first"] == month(4)
    assert lines(context)["Loon"]["now"] == 0
    assert lines(context)["Loon"]["then"] > 90_000
    assert lines(context)["Bijstand"]["difference"] < 0
    total = context["month"]["total"]
    assert total["difference"] == sum(line["difference"] for line in context["month"]["lines"])


def test_two_years_are_shown_with_and_without(katjas, known):
    works(katjas, hours=32, since=6)

    rows = page(katjas)["rows"]

    assert len(rows) == 24
    assert all(row["difference"] == row["then"] - row["now"] for row in rows)
    assert rows[6]["difference"] > 0


def test_work_below_the_norm_changes_nothing_and_is_said_so(katjas, known):
    """16 hours of minimum wage stay below the bijstand: what is earned is taken off."""
    works(katjas)

    shown = katjas.get(url("what-if"))

    assert shown.context["month"]["total"]["difference"] == 0
    assert "blijft uw geld gelijk" in shown.content.decode()
    assert shown.context["curve"]["more"] == 0
    assert shown.context["curve"]["total"] == shown.context["month"]["total"]["then"]


def test_events_add_up_and_stand_by_day(katjas, known):
    works(katjas, since=6)
    add(katjas, "verhuizen", on=month(2).isoformat(), rent="500")
    add(katjas, "kind", on=day(month(4) + timedelta(days=9)))

    context = page(katjas)

    assert [event.key for event in context["working"].events] == ["verhuizen", "kind", "werken"]
    assert lines(context)["Huurtoeslag"]["difference"] < 0
    assert lines(context)["Kindgebonden budget"]["difference"] == 21_500  # € 2.580 a year


def test_a_partner_ends_the_extra_for_a_single_parent(katjas, known):
    add(katjas, "samenwonen", on=day(month(2)), age=30, wage="2000")

    budget = lines(page(katjas))["Kindgebonden budget"]
    assert budget["now"] - budget["then"] >= 28_400  # the ALO-kop of € 3.416 a year is gone


def test_ww_that_stops_sooner_brings_bijstand_sooner(katjas, known):
    add(katjas, "ww-stopt", on=day(month(1)))

    assert lines(page(katjas))["Bijstand"]["then"] > 100_000


def test_what_is_paid_off_leaves_more_to_spend(katjas, known):
    add(katjas, "schuld", on=month(1).isoformat(), amount="75", until="")
    before = page(katjas)["month"]
    add(katjas, "schuld-klaar", on=month(2).isoformat(), amount="75")
    after = page(katjas)["month"]

    assert before["left"]["difference"] == -7_500
    assert after["left"]["difference"] == 0


def test_the_month_in_which_too_little_comes_is_named(katjas, known):
    works(katjas, since=10)

    page_ = katjas.get(url("what-if"))

    assert page_.context["gaps"]
    assert "op uw rekening" in page_.content.decode()


def test_what_was_filled_in_can_be_changed_and_taken_out(katjas, known):
    works(katjas, hours=16, hourly="15,50")
    form = katjas.get(url("what-if-change", 1)).context["form"]
    assert form["hourly"].value() == "15,50"

    katjas.post(url("what-if-change", 1), {"on": month(5).isoformat(), "hours": "24", "hourly": ""})
    assert [event.hours for event in page(katjas)["working"].events] == [24]

    katjas.post(url("what-if-remove", 1))
    assert page(katjas)["working"].events == []


def test_beginning_anew_takes_out_everything(katjas, known):
    works(katjas)

    katjas.post(url("what-if-anew"))

    assert page(katjas)["working"].events == []


@pytest.mark.parametrize("number", [0, 2, 99])
def test_what_is_not_in_the_list_is_not_found(katjas, known, number):
    works(katjas)

    assert katjas.get(url("what-if-change", number)).status_code == 404
    assert katjas.post(url("what-if-remove", number)).status_code == 404


def test_a_kind_that_is_none_is_not_found(katjas, known):
    assert katjas.get(url("what-if-add", "loterij")).status_code == 404


def test_there_is_room_for_twelve(katjas, known):
    for _number in range(12):
        add(katjas, "schuld", on=month(1).isoformat(), amount="10", until="")

    assert katjas.get(url("what-if-add", "kind")).status_code == 404
    assert "Haal er eerst een weg" in katjas.get(url("what-if-choose")).content.decode()


def test_only_what_fits_is_offered(katjas, known):
    keys = {key for key, _title in katjas.get(url("what-if-choose")).context["kinds"]}

    assert keys == {kind.key for kind in KINDS} - {"uit-elkaar", "stopt-met-werken"}


def test_every_kind_has_a_form_of_its_own(katjas, known):
    for kind in KINDS:
        shown = katjas.get(url("what-if-add", kind.key))
        assert str(kind.title) in shown.content.decode()
        assert shown.context["form"]["on"]


@pytest.mark.parametrize(
    ("kind", "given", "says"),
    [
        ("werken", {"hours": "41"}, "Vul hoogstens 40 in."),
        ("werken", {"hours": "0"}, "Vul 1 of meer in."),
        ("werken", {"hours": "16", "hourly": "veel"}, "Vul het bedrag in met cijfers."),
        ("werken", {"hours": "16", "on": "1999-01-01"}, "Dit antwoord kennen wij niet."),
        ("stopt-met-werken", {}, "Voeg eerst toe dat u gaat werken."),
        ("kind", {"on": "31-02-2027"}, "Deze datum kennen wij niet."),
        ("kind", {"on": "01-01-1999"}, "Kies een dag vanaf"),
        ("samenwonen", {"on": "x", "age": "12"}, "Vul 16 of meer in."),
        ("uit-elkaar", {"on": day(date(2026, 12, 31))}, ""),
        ("schuld", {"amount": ""}, "Vul een antwoord in bij"),
    ],
)
def test_what_cannot_be_is_said_kindly(katjas, known, kind, given, says):
    refused = add(katjas, kind, **({"on": month(3).isoformat()} | given))

    assert refused.status_code == 422
    assert says in refused.content.decode()
    assert page(katjas)["working"].events == []


def test_what_was_typed_stays(katjas, known):
    refused = works(katjas, hours=99, hourly="15,50")

    assert "15,50" in refused.content.decode()


def test_a_debt_ends_after_it_begins(katjas, known):
    refused = add(
        katjas, "schuld", on=month(5).isoformat(), amount="10", until=month(5).isoformat()
    )

    assert "Kies een later moment dan het begin." in refused.content.decode()


def test_ww_does_not_stop_after_its_end(katjas, known):
    refused = add(katjas, "ww-stopt", on=day(timezone.localdate() + timedelta(days=70)))

    assert "Uw WW stopt dan al." in refused.content.decode()


def test_another_month_and_other_hours_are_shown(katjas, known):
    works(katjas)

    answer = katjas.post(url("what-if-look-at"), {"month": month(9).isoformat()})
    katjas.post(url("what-if-look-at"), {"hours": "24"})

    assert answer.url == f"{url('what-if')}#maand"
    context = page(katjas)
    assert context["month"]["first"] == month(9)
    assert context["curve"]["hours"] == 24
    row = context["curve"]["rows"][6]
    assert (row["hours"], row["total"]) == (24, context["curve"]["total"])


def test_the_slider_asks_for_its_own_part_only(katjas, known):
    part = katjas.post(url("what-if-look-at"), {"hours": "8"}, HTTP_HX_REQUEST="true")

    words = part.content.decode()
    assert "Bij 8 uur hebt u" in words
    assert "<h1" not in words


@pytest.mark.parametrize("given", [{"hours": "-1"}, {"hours": "99"}, {"month": "ooit"}, {}])
def test_nonsense_changes_nothing(katjas, known, given):
    works(katjas)
    before = page(katjas)["month"]["first"]

    katjas.post(url("what-if-look-at"), given)

    context = page(katjas)
    assert (context["month"]["first"], context["curve"]["hours"]) == (before, 16)


def test_more_hours_never_give_less_but_where_it_is_named(katjas, known):
    curve = page(katjas)["curve"]

    totals = [row["total"] for row in curve["rows"]]
    assert totals == sorted(totals) or curve["cliffs"]
    assert [row["hours"] for row in curve["rows"]] == list(range(0, 41, 4))


def test_what_happens_by_itself_is_named_with_what_it_does(katjas, known):
    turns = page(katjas)["turns"]

    says = [mark.says for turn in turns for mark in turn["marks"]]
    assert "Uw WW stopt" in says
    assert says.count("Een nieuw jaar voor de toeslagen") == 2
    (ends,) = [turn for turn in turns if turn["marks"][0].says == "Uw WW stopt"]
    assert ends["size"] == abs(ends["difference"]) > 0


def test_nothing_of_it_stands_in_an_address(katjas, known):
    answer = works(katjas, hourly="15,50")

    assert answer.url == "/geld/wat-als/"


def test_what_is_kept_opens_as_it_was(katjas, known):
    works(katjas, hourly="15,50")
    add(katjas, "kind", on=day(month(4) + timedelta(days=9)))
    before = page(katjas)
    keep_as(katjas, "Bij de bakker")
    katjas.post(url("what-if-anew"))

    katjas.post(url("what-if-open", Scenario.objects.get().pk))

    after = page(katjas)
    assert after["working"].events == before["working"].events
    assert after["rows"] == before["rows"]
    assert "Bij de bakker" in katjas.get(url("what-ifs")).content.decode()


def test_what_was_opened_is_changed_or_kept_as_a_new_one(katjas, known):
    works(katjas)
    keep_as(katjas, "Een")
    add(katjas, "kind", on=day(month(4)))

    keep_as(katjas, "Een met kind")
    assert Scenario.objects.count() == 1

    katjas.post(url("what-if-keep"), {"name": "Twee", "new": "1"})
    names = [row["kept"].name for row in katjas.get(url("what-ifs")).context["rows"]]
    assert sorted(names) == ["Een met kind", "Twee"]


def test_a_name_is_needed_and_is_not_too_long(katjas, known):
    works(katjas)

    assert "Vul een naam in." in keep_as(katjas, "").content.decode()
    assert "Gebruik hoogstens 60 letters." in keep_as(katjas, "x" * 61).content.decode()


def test_nothing_filled_in_is_nothing_to_keep(katjas, known):
    assert keep_as(katjas, "Leeg").url == url("what-if")
    assert Scenario.objects.count() == 0


def test_it_gets_another_name_and_is_thrown_away(katjas, known):
    works(katjas)
    keep_as(katjas, "Een")
    kept = Scenario.objects.get().pk

    katjas.post(url("what-if-rename", kept), {"name": "Anders"})
    assert "Anders" in katjas.get(url("what-ifs")).content.decode()

    katjas.post(url("what-if-throw-away", kept))
    assert "U hebt nog niets bewaard" in katjas.get(url("what-ifs")).content.decode()


def test_more_than_ten_are_refused_kindly(katjas, known):
    works(katjas)
    for number in range(10):
        katjas.post(url("what-if-keep"), {"name": f"{number}", "new": "1"})

    refused = katjas.post(url("what-if-keep"), {"name": "Nog een", "new": "1"})

    assert "Gooi er eerst een weg." in refused.content.decode()
    assert Scenario.objects.count() == 10


def test_what_somebody_else_kept_is_not_found(katjas, known, fatimas):
    works(katjas)
    keep_as(katjas, "Van Katja")
    kept = Scenario.objects.get().pk

    for name in ("what-if-open", "what-if-rename", "what-if-throw-away"):
        assert fatimas.post(url(name, kept), {"name": "x"}).status_code == 404
    assert "Van Katja" not in fatimas.get(url("what-ifs")).content.decode()
    assert Scenario.objects.count() == 1


@pytest.fixture
def pair(katjas, known):
    """Sixteen hours of work, and nothing but another rent."""
    works(katjas)
    keep_as(katjas, "Werken")
    katjas.post(url("what-if-anew"))
    add(katjas, "verhuizen", on=month(2).isoformat(), rent="500")
    keep_as(katjas, "Verhuizen")
    rows = katjas.get(url("what-ifs")).context["rows"]
    return {row["kept"].name: str(row["kept"].pk) for row in rows}


def test_two_stand_beside_each_other(katjas, pair):
    given = {"one": pair["Verhuizen"], "other": pair["Werken"]}

    context = katjas.get(url("what-ifs-beside"), given).context

    assert context["names"] == ["Verhuizen", "Werken"]
    total = context["total"]
    for part in ("halves", "sources"):
        assert sum(line["now"] for line in context[part]) == total["now"]
        assert sum(line["then"] for line in context[part]) == total["then"]
    assert 4 <= len(context["halves"]) <= 5
    (wage,) = [line for line in context["sources"] if line["label"] == "Loon"]
    assert wage["now"] == 0 < wage["then"]


def test_the_same_twice_is_said_kindly(katjas, pair):
    twice = {"one": pair["Werken"], "other": pair["Werken"]}

    answer = katjas.get(url("what-ifs-beside"), twice)

    assert "Kies een andere dan de eerste." in answer.content.decode()


def test_one_of_somebody_else_cannot_be_chosen(katjas, pair, fatimas):
    given = {"one": pair["Verhuizen"], "other": pair["Werken"]}

    assert fatimas.get(url("what-ifs-beside"), given).url == url("my-money")


def test_the_pages_ask_the_database_little(katjas, pair, django_assert_max_num_queries):
    given = {"one": pair["Verhuizen"], "other": pair["Werken"]}
    for address in (url("what-if"), url("what-ifs")):
        katjas.get(address)
        with django_assert_max_num_queries(12):
            katjas.get(address)

    with django_assert_max_num_queries(MOST_QUERIES):
        katjas.get(url("what-ifs-beside"), given)


def test_a_married_parent_can_part(katjas, known):
    partner = {"voornaam": "Jan", "geboortedatum": "1990-05-03"}
    keep(known, [Incoming("partner", partner)], mode=Mode.SOURCE, at=NOON)

    add(katjas, "uit-elkaar", on=day(month(2)), child_alimony="150", own_alimony="")

    context = page(katjas)
    assert lines(context)["Alimentatie"]["then"] == 15_000
    budget = lines(context)["Kindgebonden budget"]
    assert budget["difference"] >= 28_400  # the ALO-kop of € 3.416 a year comes


def test_what_goes_out_is_taken_off(katjas, known, katja):
    state(known, "vaste_lasten", [{"wat": "Stroom", "per_maand": 12_000}], by=katja, at=NOON)
    works(katjas)

    shown = page(katjas)["month"]

    holiday = lines(page(katjas))["Vakantiegeld dat u opbouwt"]["then"]
    assert shown["spent"]["then"] == 65_000 + 12_000
    assert shown["left"]["then"] == shown["total"]["then"] - holiday - 77_000


def test_what_is_missing_is_said_before_the_amounts(katjas, known, katja):
    assert "Wij missen nog gegevens van u." not in katjas.get(url("what-if")).content.decode()

    state(known, "huur", None, by=katja, at=NOON)

    assert "Wij missen nog gegevens van u." in katjas.get(url("what-if")).content.decode()


def test_another_event_leads_the_slider_back_to_its_hours(katjas, known):
    works(katjas, hours=16)
    katjas.post(url("what-if-look-at"), {"hours": "30"})

    works(katjas, hours=20, since=6)

    assert page(katjas)["curve"]["hours"] == 20
