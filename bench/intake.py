"""A step answered, and fifty residents who send their aanvraag at the same moment.

The step goes through all of Django with its sealing, its look at the vault and its redirect; beside
it, in the same run and on the same database, a bare page of Django with five look-ups. Who sends
does so from a process of their own; afterwards every aanvraag is there once, with all its answers.
"""

import json
import multiprocessing
import statistics
import time
from pathlib import Path

AT_ONCE = 50
ROUNDS = 60
KEY, STEP = "individuele_inkomenstoeslag", "spaargeld"
GIVEN = {
    "woonsituatie": "alleen",
    "verandering": False,
    "meer_inkomen": False,
    "spaargeld": 125_000,
    "rekening": "NL91ABNA0417164300",
}
SHOWN = ("adres", "partner", "medebewoners")


def main() -> None:
    from bench import world

    url = world.start()
    place, shoppers = world.fill(AT_ONCE + 1, 100)
    drafts = drafts_of(place, [each.resident for each in shoppers])
    step, bare = answer_steps(place, shoppers[0].resident, drafts[0]), bare_page()
    seconds = file_at_once(url, place, drafts[1:])
    report(step, bare, seconds, kept(place))


def drafts_of(place: int, residents: list[str]) -> list[str]:
    """One each, ready to be sent."""
    from django.utils import timezone

    from plein.cases.actions.publishing import publish_case_type
    from plein.identity.models import Resident
    from plein.intake.actions.filling_in import begin, keep_answers
    from plein.intake.answers import Answers, Confirmed
    from plein.kernel.actor import system
    from plein.regelingen.library import journeys
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within

    now, answers = (
        timezone.now(),
        Answers(GIVEN, dict.fromkeys(SHOWN, Confirmed(True, "zo", "BRP"))),
    )
    drafts = []
    with within(Municipality.objects.get(pk=place)):
        case_type = publish_case_type(KEY, journeys()[KEY], by=system("bench"), at=now)
        for resident in Resident.objects.filter(pk__in=residents):
            draft = begin(resident, case_type, by=resident.actor, at=now)
            keep_answers(draft, answers, step="slot", by=resident.actor, at=now)
            drafts.append((str(draft.pk), str(resident.pk)))
    by_resident = {resident: draft for draft, resident in drafts}
    return [by_resident[each] for each in residents]


def answer_steps(place: int, resident: str, draft: str) -> dict[str, float]:
    """Queries, and the median and 95th percentile in ms of so many answers to one step."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.cases import client_of
    from plein.tenants.models import Municipality

    municipality = Municipality.objects.get(pk=place)
    client = client_of(municipality, "plein_inwoner", {"resident": resident, "names": {}})
    address, took = f"/aanvragen/invullen/{draft}/stap/{STEP}/", []
    for number in range(ROUNDS + 3):
        begin = time.perf_counter()
        answer = client.post(address, {"spaargeld": str(100 + number)})
        took.append((time.perf_counter() - begin) * 1000)
        if answer.status_code != 302:
            raise SystemExit(f"{address} answers {answer.status_code}")
    with CaptureQueriesContext(connection) as queries:
        client.post(address, {"spaargeld": "99"})
    return {"queries": len(queries), **spread(took[3:])}


def spread(took: list[float]) -> dict[str, float]:
    took = sorted(took)
    return {"median": statistics.median(took), "p95": took[int(len(took) * 0.95)]}


def bare_page() -> dict[str, float]:
    from bench.cases import bare

    return bare()


def file_at_once(url: str, place: int, drafts: list[str]) -> float:
    """Seconds from the first to the last; each in a process of its own, which waits for all."""
    from django.db import connection

    connection.close()  # a connection is not shared with the children
    context = multiprocessing.get_context("fork")
    ready = context.Barrier(len(drafts) + 1)
    senders = [context.Process(target=send, args=(url, place, each, ready)) for each in drafts]
    for sender in senders:
        sender.start()
    ready.wait()
    begin = time.perf_counter()
    for sender in senders:
        sender.join()
    return time.perf_counter() - begin


def send(url: str, place: int, draft: str, ready) -> None:
    """Twice, as somebody does who clicks twice."""
    from bench.orders import _connect

    _connect(url)
    from contextlib import suppress

    from django.utils import timezone

    from plein.intake.actions.filing import file
    from plein.intake.actions.locking import IsSent
    from plein.intake.models import Application
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within

    with within(Municipality.objects.get(pk=place)):
        application = Application.objects.select_related("resident", "case_type").get(pk=draft)
        ready.wait()
        for _ in range(2):
            with suppress(IsSent):
                file(application, by=application.resident.actor, at=timezone.now())


def kept(place: int) -> dict[str, int]:
    """What is in the database afterwards."""
    from django.utils import timezone

    from plein.cases.models import Case
    from plein.intake.answers import open_answers
    from plein.intake.models import Application, ApplicationState
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within

    with within(Municipality.objects.get(pk=place)):
        sent = list(
            Application.objects.filter(state=ApplicationState.FILED).select_related("resident")
        )
        at = timezone.now()
        whole = sum(
            open_answers(each, by=each.resident.actor, at=at).given == GIVEN for each in sent
        )
        return {"sent": len(sent), "cases": Case.objects.count(), "whole": whole}


def report(step: dict, bare: dict, seconds: float, found: dict[str, int]) -> None:
    ratio = step["median"] / bare["median"]
    print(
        f"a step answered: {step['queries']} queries, median {step['median']:.1f} ms,"
        f" p95 {step['p95']:.1f} ms, {ratio:.1f} times a bare page with five look-ups"
    )
    print(
        f"{AT_ONCE} send at once, each twice: {seconds:.2f} s, {AT_ONCE / seconds:.0f} a second;"
        f" {found['cases']} aanvragen, {found['whole']} with all answers"
    )
    if found != {"sent": AT_ONCE, "cases": AT_ONCE, "whole": AT_ONCE}:
        raise SystemExit(f"lost or doubled: {found}")
    out = Path("var/bench/intake.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"step": step, "bare": bare, "seconds": seconds} | found, indent=2))


if __name__ == "__main__":
    main()
