"""Home and lists with a million cases in the database: the same questions, and how long they take.

Each page is asked for with 1,000 and with 1,000,000 cases of others in the same municipality.
Beside it, in the same run and on the same database, a bare page of Django with five look-ups.
"""

import json
import statistics
import time
from importlib import import_module
from pathlib import Path

FEW, MANY = 1_000, 1_000_000
ROUNDS = 40
KEY = "individuele_inkomenstoeslag"
HOME = {"Mijn overzicht": "/overzicht/", "Aanvragen": "/aanvragen/"}
DESK = {
    "Mijn werk": "/medewerkers/aanvragen/?kies=mijn",
    "Nieuw": "/medewerkers/aanvragen/?kies=nieuw",
    "Te laat": "/medewerkers/aanvragen/?kies=te-laat",
    "Alles": "/medewerkers/aanvragen/?kies=alle",
    "Zoek nummer": "/medewerkers/aanvragen/?zoek=4F21",
}


def main() -> None:
    from bench import world

    world.start()
    place, shoppers = world.fill(1, 100)
    rows = {}
    for number, many in enumerate((FEW, MANY - FEW)):
        resident, staff = visitors(place, shoppers[0].resident, many, fresh=number == 0)
        rows[FEW if number == 0 else MANY] = {
            name: measure(client, path)
            for client, pages in ((resident, HOME), (staff, DESK))
            for name, path in pages.items()
        } | {"kaal": bare()}
    report(rows)


def visitors(place: int, key: str, many: int, *, fresh: bool):
    """The resident with three cases and a task, and the consulent; after so many were added."""
    from bench import crowd
    from plein.cases.models import CaseType
    from plein.identity.models import Account, Resident, Role, Staff
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within

    municipality = Municipality.objects.get(pk=place)
    with within(municipality):
        resident = Resident.objects.get(pk=key)
        if fresh:
            account = Account.objects.create_user(f"consulent{place}@bench.example", name="Bench")
            Staff.objects.create(account=account, team="bench", roles=[Role.CONSULENT])
            real_cases(resident)
        staff = Staff.objects.get(team="bench", roles=[Role.CONSULENT])
        crowd.add(many, place, CaseType.objects.get(), staff)
    return (
        client_of(municipality, "plein_inwoner", {"resident": key, "names": {}}),
        client_of(municipality, "plein_medewerker", at_work(staff.account)),
    )


def real_cases(resident) -> None:
    """Through the same actions as every day, so that pages have words to open."""
    from datetime import timedelta

    from django.utils import timezone

    from plein.cases.actions.moving import withdraw
    from plein.cases.actions.opening import open_case
    from plein.cases.actions.publishing import publish_case_type
    from plein.inbox.actions.tasks import set_task
    from plein.inbox.models import TaskKind
    from plein.inbox.task_words import TaskWords
    from plein.kernel.actor import system
    from plein.regelingen.library import journeys

    now, by = timezone.now(), system("bench")
    case_type = publish_case_type(KEY, journeys()[KEY], by=by, at=now)
    for _ in range(2):
        withdraw(open_case(resident, case_type, by=resident.actor, at=now), by=by, at=now)
    case = open_case(resident, case_type, by=resident.actor, at=now)
    words = TaskWords("Stuur een bankafschrift", why="Wij missen deze maand.")
    due_on = timezone.localdate() + timedelta(days=14)
    set_task(case.topic, TaskKind.PAPER, words, due_on=due_on, needs_review=True, by=by, at=now)


def at_work(account) -> dict:
    from django.conf import settings
    from django.utils import timezone

    return {
        "_auth_user_id": str(account.pk),
        "_auth_user_backend": settings.AUTHENTICATION_BACKENDS[0],
        "_auth_user_hash": account.get_session_auth_hash(),
        "account_authentication_methods": [
            {"method": "mfa", "type": "totp", "at": timezone.now().timestamp()}
        ],
        "account_authentication_methods_user": str(account.pk),
    }


def client_of(municipality, cookie: str, known: dict):
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from plein.web.sessions import begin

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    begin(session, timezone.now())
    session.update(known)
    session.create()
    client = Client(HTTP_HOST=municipality.host)
    client.cookies[cookie] = session.session_key
    return client


def measure(client, path: str) -> dict[str, float]:
    """Queries, and the median and 95th percentile in ms of so many visits."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _ in range(3):
        if (answer := client.get(path)).status_code != 200:
            raise SystemExit(f"{path} answers {answer.status_code}")
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
        asked = len(queries)  # the next visit wipes them
    took = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        client.get(path)
        took.append((time.perf_counter() - begin) * 1000)
    took.sort()
    return {
        "queries": asked,
        "median": statistics.median(took),
        "p95": took[int(ROUNDS * 0.95)],
    }


def bare() -> dict[str, float]:
    from django.test import Client
    from django.test.utils import override_settings

    own = {"ROOT_URLCONF": "bench.bare_page", "MIDDLEWARE": []}
    with override_settings(**own):
        return measure(Client(HTTP_HOST="localhost"), "/bare/")


def report(rows: dict[int, dict[str, dict[str, float]]]) -> None:
    print("page               cases   queries   median ms   p95 ms   ratio to a bare page")
    for name in rows[MANY]:
        for cases, pages in rows.items():
            row = pages[name]
            print(
                f"{name:<15} {cases:>8} {row['queries']:>9} {row['median']:>11.1f}"
                f" {row['p95']:>8.1f} {row['median'] / pages['kaal']['median']:>10.1f}"
            )
    out = Path("var/bench/cases.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({str(cases): pages for cases, pages in rows.items()}, indent=2))


if __name__ == "__main__":
    main()
