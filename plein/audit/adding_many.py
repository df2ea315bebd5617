"""The same look at many subjects, in two statements however many they are.

Each gets its own line at the end of its own chain; `adding` does the same for one.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import connection

from plein.audit.adding import SEALING
from plein.audit.line import Line, around_sequence
from plein.audit.models import Act, Chain, Look
from plein.kernel.actor import Actor

_BEGIN = f"""
WITH allowed AS MATERIALIZED (
    SELECT pg_advisory_xact_lock_shared({SEALING}, %(municipality_id)s::int)
)
INSERT INTO {Chain._meta.db_table} (subject, municipality_id, length, previous, head)
SELECT s, %(municipality_id)s, 0, '', ''
FROM allowed, unnest(%(subjects)s::uuid[]) AS s ORDER BY s
ON CONFLICT (subject) DO NOTHING
"""  # noqa: S608 - the names of our own tables

_ADD = f"""
WITH given AS (
    SELECT * FROM unnest(
        %(subjects)s::uuid[], %(operations)s::uuid[], %(befores)s::text[], %(afters)s::text[]
    ) AS g (subject, operation, before, after)
), locked AS (
    SELECT c.subject, c.length, c.head FROM {Chain._meta.db_table} AS c
    WHERE c.subject = ANY(%(subjects)s::uuid[]) ORDER BY c.subject FOR UPDATE
), link AS (
    UPDATE {Chain._meta.db_table} AS c SET
        length = l.length + 1,
        previous = l.head,
        head = sha256(
            l.head || convert_to(g.before || (l.length + 1)::text || g.after, 'UTF8')
        )
    FROM locked AS l JOIN given AS g ON g.subject = l.subject
    WHERE c.subject = l.subject
    RETURNING c.subject, c.length, c.previous, c.head, g.operation
), act AS (
    INSERT INTO {Act._meta.db_table} (
        municipality_id, at, operation, name, object_id, actor_kind, actor_id, team, details
    )
    SELECT %(municipality_id)s, %(at)s, operation, 'audit.look', subject,
        %(actor_kind)s, %(actor_id)s, %(team)s, %(details)s::jsonb FROM link
)
INSERT INTO {Look._meta.db_table} (
    municipality_id, subject, sequence, at, operation, organisation, team, action, elements,
    purpose, basis, function, activity, "case", "grant", channel, result, visible_from,
    previous, digest
)
SELECT %(municipality_id)s, subject, length, %(at)s, operation, %(organisation)s, %(team)s,
    %(action)s, %(elements)s, %(purpose)s, %(basis)s, %(function)s, %(activity)s, %(case)s,
    %(grant)s, %(channel)s, %(result)s, %(visible_from)s, previous, head
FROM link
"""  # noqa: S608 - the names of our own tables


@dataclass
class _Texts:
    subjects: list[UUID]
    operations: list[UUID]
    befores: list[str]
    afters: list[str]


def add_to_each(look: Look, subjects: Sequence[UUID], by: Actor) -> None:
    """`look` says everything but whom; its own subject and operation do not count."""
    details = {"elements": look.elements, "action": look.action, "result": look.result}
    alike = {field.attname: getattr(look, field.attname) for field in Look._meta.concrete_fields}
    actor = {"actor_kind": by.kind, "actor_id": by.id, "details": json.dumps(details)}
    values = {**alike, **actor, **vars(_texts(look, subjects))}
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, values)
        cursor.execute(_ADD, values)


def _texts(look: Look, subjects: Sequence[UUID]) -> _Texts:
    """What goes into the digest of each line, without its number in the chain."""
    found, line = _Texts([], [], [], []), Line.of(look)
    for subject in sorted(set(subjects)):
        operation = uuid4()
        own = line._replace(subject=str(subject), operation=str(operation))
        before, after = around_sequence(own)
        found.subjects.append(subject)
        found.operations.append(operation)
        found.befores.append(before)
        found.afters.append(after)
    return found
