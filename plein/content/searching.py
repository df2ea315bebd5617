"""Finding a text by words, with the Dutch stemming of PostgreSQL over titles and texts.

The texts are files: they go to the database with the question, and nothing is kept there.
"""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from django.db import connection

MOST_WORDS = 8
# Dutch stemming does not join huur and huurtoeslag: a stem of 4 letters is also looked for
# inside the words of a title. A word that says nothing (de, het) is left out; where no text has
# all words, those with the most of them are shown.
_SQL = """
WITH asked AS (
    SELECT plainto_tsquery('dutch', word) AS query, (ts_lexize('dutch_stem', word))[1] AS stem
    FROM unnest(%s::text[]) AS word
), told AS MATERIALIZED (
    SELECT place, lower(title) AS title,
        setweight(to_tsvector('dutch', title), 'A') || to_tsvector('dutch', body) AS words
    FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS texts (title, body, place)
), hits AS (
    SELECT told.place, told.words @@ asked.query
            OR (length(asked.stem) >= 4 AND strpos(told.title, asked.stem) > 0) AS is_hit,
        ts_rank(told.words, asked.query) + (strpos(told.title, asked.stem) > 0)::int AS rank
    FROM told, asked WHERE numnode(asked.query) > 0
), counted AS (
    SELECT place, count(*) AS said, sum(rank) AS rank FROM hits WHERE is_hit GROUP BY place
)
SELECT place FROM counted WHERE said = (SELECT max(said) FROM counted) ORDER BY rank DESC, place
"""


class Sought(Protocol):
    """What has words to be found by."""

    def sought_in(self, language: str) -> tuple[str, str]: ...


S = TypeVar("S", bound=Sought)


def search(shown: Sequence[S], words: str, language: str) -> list[S]:
    """The best first; nothing where no word says anything."""
    asked = words.lower().replace("\0", " ").split()[:MOST_WORDS]
    if not asked or not shown:
        return []
    titles, bodies = zip(*(each.sought_in(language) for each in shown), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [asked, list(titles), list(bodies)])
        return [shown[place - 1] for (place,) in cursor.fetchall()]
