"""Finding a text by words, with the Dutch stemming of PostgreSQL over titles and texts.

The texts are files: they go to the database with the question, and nothing is kept there.
"""

from collections.abc import Sequence

from django.db import connection

from plein.content.item import Item
from plein.content.life_events import LIFE_EVENTS

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


def search(shown: Sequence[Item], words: str, language: str) -> list[Item]:
    """The best first; nothing where no word says anything."""
    asked = words.lower().replace("\0", " ").split()[:MOST_WORDS]
    if not asked or not shown:
        return []
    said = [item.words_in(language)[0] for item in shown]
    titles = [each.title for each in said]
    bodies = [f"{each.told}\n{_events(item)}" for each, item in zip(said, shown, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [asked, titles, bodies])
        return [shown[place - 1] for (place,) in cursor.fetchall()]


def _events(item: Item) -> str:
    return " ".join(str(LIFE_EVENTS[key].name) for key in item.life_events)
