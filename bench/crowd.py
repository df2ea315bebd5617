"""A million cases of others: plain rows, put straight into the tables, beside the real ones."""

PEOPLE = """
CREATE TEMPORARY TABLE people AS
SELECT gen_random_uuid() AS id, gen_random_uuid() AS dossier, n
FROM generate_series(1, %(residents)s) n
"""
RESIDENTS = """
INSERT INTO identity_resident (id, municipality_id, bsn_sealed, bsn_index, data_key, created_at)
SELECT id, %(place)s, ''::bytea, sha256((%(question)s || n)::bytea), ''::bytea, now() FROM people
"""
DOSSIERS = """
INSERT INTO cases_dossier (id, municipality_id, resident_id, question, opened_at)
SELECT dossier, %(place)s, id, %(question)s, now() FROM people
"""
NUMBERED = """
CREATE TEMPORARY TABLE crowd AS
SELECT gen_random_uuid() AS id, gen_random_uuid() AS topic, dossier, people.id AS resident,
    random() AS chance, row_number() OVER () AS n
FROM people, generate_series(1, %(each)s)
"""
TOPICS = """
INSERT INTO inbox_topic (id, municipality_id, resident_id, title)
SELECT topic, %(place)s, resident, 'Individuele inkomenstoeslag' FROM crowd
"""
CASES = """
INSERT INTO cases_case (id, municipality_id, dossier_id, topic_id, case_type_id, number, phase,
    step, received_on, filed_at, channel, handler_id, last_day, closed_at)
SELECT id, %(place)s, dossier, topic, %(case_type)s,
    upper(lpad(to_hex(((n + %(residents)s) * 2654435761) %% 4294967296), 8, '0')),
    CASE WHEN chance < 0.9 THEN 'afgerond' WHEN chance < 0.92 THEN 'ontvangen'
        ELSE 'in_behandeling' END,
    CASE WHEN chance < 0.9 THEN 'klaar' WHEN chance < 0.92 THEN 'ontvangen' ELSE 'bekijken' END,
    day, day, 'online', CASE WHEN chance < 0.92 THEN NULL ELSE %(handler)s::uuid END,
    day + 56, NULL
FROM (SELECT *, current_date - (random() * CASE WHEN chance < 0.9 THEN 2000 ELSE 70 END)::int AS day
      FROM crowd) dated
"""
EVENTS = """
INSERT INTO inbox_event (id, municipality_id, topic_id, at, name, details, by_kind, organisation,
    team, function, channel)
SELECT gen_random_uuid(), %(place)s, topic, now(), 'zaak.ontvangen', '{}', 'resident', '', '', '',
    'online' FROM crowd
"""
TASKS = """
INSERT INTO inbox_task (id, municipality_id, topic_id, kind, state, words_sealed, due_on,
    has_consequence, obstacle_sealed, needs_review, round, set_at)
SELECT gen_random_uuid(), %(place)s, topic, 'papier', CASE WHEN chance > 0.97 THEN 'ingeleverd'
    ELSE 'open' END, ''::bytea, current_date + 9, true, ''::bytea, true, 1, now()
FROM crowd WHERE chance > 0.94
"""
STATEMENTS = (PEOPLE, RESIDENTS, DOSSIERS, NUMBERED, TOPICS, CASES, EVENTS, TASKS)
EACH = 4  # cases of one resident


def add(cases: int, place: int, case_type, handler) -> None:
    """So many cases in this municipality; a tenth of them runs, most of those at this handler."""
    from django.db import connection, transaction

    from bench import world

    given = {
        "place": place,
        "residents": cases // EACH,
        "each": EACH,
        "case_type": case_type.pk,
        "handler": str(handler.pk),
        "question": f"D{cases}-",
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('plein.municipality', %s, true)", [str(place)])
        for statement in STATEMENTS:
            cursor.execute(statement, given)
        cursor.execute("DROP TABLE crowd, people")
    world.take_stock()
