"""One statement that adds a look: the next link of the chain, its line, and who it was.

PostgreSQL numbers and digests the line under the lock of its chain, so that a look is one round
trip however many look at once. `line.digest_of` is the same sum, for whoever checks it.
"""

import json
from typing import Any

from django.db import connection

from plein.audit.line import Line, around_sequence
from plein.audit.models import Act, Chain, Look
from plein.kernel.actor import Actor

SEALING = 20_190  # names our advisory locks: shared by who adds a line, alone for a seal

_ADD = f"""
WITH allowed AS MATERIALIZED (
    SELECT pg_advisory_xact_lock_shared({SEALING}, %(municipality_id)s::int)
), link AS (
    INSERT INTO {Chain._meta.db_table} AS c (subject, municipality_id, length, previous, head)
    SELECT %(subject)s, %(municipality_id)s, 1, '',
        sha256(convert_to(%(before)s || '1' || %(after)s, 'UTF8')) FROM allowed
    ON CONFLICT (subject) DO UPDATE SET
        length = c.length + 1,
        previous = c.head,
        head = sha256(
            c.head || convert_to(%(before)s || (c.length + 1)::text || %(after)s, 'UTF8')
        )
    RETURNING length, previous, head
), act AS (
    INSERT INTO {Act._meta.db_table} (
        municipality_id, at, operation, name, object_id, actor_kind, actor_id, team, details
    )
    SELECT %(municipality_id)s, %(at)s, %(operation)s, 'audit.look', %(subject)s,
        %(actor_kind)s, %(actor_id)s, %(team)s, %(details)s::jsonb FROM link
)
INSERT INTO {Look._meta.db_table} (
    municipality_id, subject, sequence, at, operation, organisation, team, action, elements,
    purpose, basis, function, activity, "case", "grant", channel, result, visible_from,
    previous, digest
)
SELECT %(municipality_id)s, %(subject)s, length, %(at)s, %(operation)s, %(organisation)s, %(team)s,
    %(action)s, %(elements)s, %(purpose)s, %(basis)s, %(function)s, %(activity)s, %(case)s,
    %(grant)s, %(channel)s, %(result)s, %(visible_from)s, previous, head
FROM link RETURNING id, sequence, previous, digest
"""  # noqa: S608 - the names of our own tables


def add_look(look: Look, by: Actor) -> None:
    """Write the look with its act; fills in its id, its place in the chain and its digest."""
    with connection.cursor() as cursor:
        cursor.execute(_ADD, _values(look, by))
        look.pk, look.sequence, look.previous, look.digest = cursor.fetchone()


def _values(look: Look, by: Actor) -> dict[str, Any]:
    before, after = around_sequence(Line.of(look))
    details = {"elements": look.elements, "action": look.action, "result": look.result}
    given = {
        field.attname: getattr(look, field.attname)
        for field in Look._meta.concrete_fields
        if field.attname not in ("id", "sequence", "previous", "digest")
    }
    actor = {"actor_kind": by.kind, "actor_id": by.id, "details": json.dumps(details)}
    return {**given, **actor, "before": before, "after": after}
