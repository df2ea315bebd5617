"""A million lines checked: every digest, every chain, every seal, in one process.

The lines are made once, and lie mixed as they do in use: a day's lines are of many subjects.
"""

import json
import time
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

SUBJECTS, EACH, DAYS = 20_000, 50, 10
LIMIT = 60  # seconds for a million lines


def main() -> None:
    from bench import world

    world.start()
    municipality = filled()
    from plein.audit.models import Look
    from plein.tenants.scope import within
    from plein.tenants.seals import seal_log, wrong_in_log

    with within(municipality):
        made = clock(lambda: seal_log(last_day(), by=bench(), at=world.NOON))
        checked, lines = clock(lambda: list(wrong_in_log({}, at=world.NOON))), Look.objects.count()
    report(lines, made, checked)


def clock(work) -> tuple[object, float, float]:
    """The answer, the seconds it took, and how many of those this process computed."""
    begin, computing = time.monotonic(), time.process_time()
    return work(), time.monotonic() - begin, time.process_time() - computing


def bench():
    from plein.kernel.actor import system

    return system("bench")


def last_day():
    from bench.world import NOON
    from plein.kernel.clock import local_day

    return local_day(NOON) + timedelta(days=DAYS)


def filled():
    """The municipality with the million lines; made the first time."""
    from bench.world import NOON
    from plein.tenants.actions import Contact, HouseStyle, add_municipality
    from plein.tenants.models import Municipality

    if known := Municipality.objects.filter(slug="bench-log").first():
        return known
    municipality = add_municipality(
        slug="bench-log",
        name="Bench log",
        host="bench-log.localhost",
        style=HouseStyle("#0a5a9c"),
        contact=Contact("14 0", "altijd", "hier"),
    )
    write(municipality.pk, NOON)
    return municipality


def write(municipality: int, begin) -> None:
    """Past the application, which adds one line at a time: by the superuser of the bench."""
    import psycopg
    from django.db import connection

    from plein.audit.line import Line
    from plein.config.environment import VAR
    from plein.launch.postgres import start_embedded

    chance, ends = Random(7), {}
    subjects = [UUID(int=chance.getrandbits(128)) for _ in range(SUBJECTS)]
    admin = start_embedded(Path(VAR) / "postgres-bench")
    columns = ", ".join(f'"{name}"' for name in Line._fields)
    with psycopg.connect(admin, dbname=connection.settings_dict["NAME"]) as superuser:
        with superuser.cursor().copy(f"COPY audit_look ({columns}) FROM STDIN") as rows:
            for number, subject in zip(count(), subjects * EACH, strict=False):
                at = begin + timedelta(seconds=number * DAYS * 86_400 / (SUBJECTS * EACH))
                line = _next(municipality, subject, ends, at, chance)
                rows.write_row(line._replace(visible_from=None))
        with superuser.cursor().copy("COPY audit_chain FROM STDIN") as rows:
            for subject, (length, head) in ends.items():
                rows.write_row((subject, municipality, length, head, b""))
        superuser.execute("ANALYZE audit_look, audit_chain")


def _next(municipality: int, subject: UUID, ends: dict, at, chance: Random):
    from plein.audit.line import Line, digest_of

    length, head = ends.get(subject, (0, b""))
    line = Line(
        municipality_id=municipality,
        subject=str(subject),
        sequence=length + 1,
        at=at.isoformat(),
        operation=str(UUID(int=chance.getrandbits(128))),
        organisation="gemeente Bench",
        team="Team Inkomen",
        action="lezen",
        elements=["inkomen", "ww-uitkering", "woonsituatie"],
        purpose="omdat wij uw aanvraag behandelen",
        basis="Participatiewet art. 53a",
        function="consulent",
        activity="pw.aanvraag@3",
        case="Z-2026-004218",
        grant="",
        channel="medewerker",
        result="gegeven",
        visible_from="",
        previous=head,
        digest=b"",
    )
    line = line._replace(digest=digest_of(line))
    ends[subject] = (line.sequence, line.digest)
    return line


def report(lines: int, made, checked) -> None:
    (sealed, sealing, _), (wrong, checking, computing) = made, checked
    print(f"{lines} lines checked in {checking:.1f} s: {len(wrong)} wrong", end="; ")
    print(f"{computing:.1f} s of computing", end="; ")
    print(f"{checking / LIMIT * 1e6 / lines:.2f} of the limit of {LIMIT} s for a million")
    print(f"{sealed} days sealed in {sealing:.1f} s")
    out = Path("var/bench/log.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    seconds = {"seconds": checking, "computing": computing, "limit": LIMIT}
    found = {"lines": lines, "wrong": len(wrong)} | seconds
    out.write_text(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
