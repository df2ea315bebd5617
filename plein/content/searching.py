"""Finding a text by words, in the language that is read and in Dutch, by the stems of PostgreSQL.

Who reads Arabic may well type `huurtoeslag`: it stands on the letter. The texts are files: they go
to the database with the question, and nothing is kept there.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from django.db import connection
from django.utils.translation import override

from plein.journeys.languages import DUTCH

MOST_WORDS = 8
UNKNOWN = "simple"  # PostgreSQL knows no stems of it
STEMS = {DUTCH: "dutch", "en": "english", "ar": "arabic"}
# Dutch stemming does not join huur and huurtoeslag: a stem of 4 letters is also looked for
# inside the words of a title. Of a language without stems a word loses its last two letters, and is
# looked for in the whole text. A word that says nothing (de, het) is left out; where no text has
# all words, those with the most of them are shown.
_SQL = """
WITH asked AS (
    SELECT word, config, plainto_tsquery(config, word) AS query,
        CASE config WHEN 'simple'::regconfig THEN left(word, greatest(4, length(word) - 2))
            ELSE (tsvector_to_array(to_tsvector(config, word)))[1] END AS stem
    FROM unnest(%s::text[]) AS word, unnest(%s::regconfig[]) AS config
), told AS MATERIALIZED (
    SELECT place, config,
        lower(CASE config WHEN 'simple'::regconfig THEN body ELSE title END) AS loose,
        setweight(to_tsvector(config, title), 'A') || to_tsvector(config, body) AS words
    FROM unnest(%s::int[], %s::regconfig[], %s::text[], %s::text[])
        AS texts (place, config, title, body)
), hits AS (
    SELECT told.place, asked.word, told.words @@ asked.query
            OR (length(asked.stem) >= 4 AND strpos(told.loose, asked.stem) > 0) AS is_hit,
        ts_rank(told.words, asked.query) + (strpos(told.loose, asked.stem) > 0)::int AS rank
    FROM told JOIN asked USING (config) WHERE numnode(asked.query) > 0
), found AS (
    SELECT place, word, max(rank) AS rank FROM hits WHERE is_hit GROUP BY place, word
), counted AS (
    SELECT place, count(*) AS said, sum(rank) AS rank FROM found GROUP BY place
)
SELECT place FROM counted WHERE said = (SELECT max(said) FROM counted) ORDER BY rank DESC, place
"""


class Sought(Protocol):
    """What has words to be found by."""

    def sought_in(self, language: str) -> tuple[str, str] | None:
        """Its title and the whole of it; None where it is not written in this language."""


class Written(NamedTuple):
    """One text in one language; `place` is that of the text among those that are shown."""

    place: int
    config: str
    title: str
    body: str


S = TypeVar("S", bound=Sought)


def search(shown: Sequence[S], words: str, language: str) -> list[S]:
    """The best first; nothing where no word says anything."""
    asked = words.lower().replace("\0", " ").split()[:MOST_WORDS]
    if not asked or not shown:
        return []
    written = [*_written(shown, DUTCH)]
    if language != DUTCH:
        written += _written(shown, language)
    columns = [list(column) for column in zip(*written, strict=True)]
    configs = list(dict.fromkeys(each.config for each in written))
    with connection.cursor() as cursor:
        cursor.execute(_SQL, [asked, configs, *columns])
        return [shown[place] for (place,) in cursor.fetchall()]


def _written(shown: Sequence[Sought], language: str) -> Iterator[Written]:
    config = STEMS.get(language, UNKNOWN)
    with override(language):
        for place, each in enumerate(shown):
            if said := each.sought_in(language):
                yield Written(place, config, *said)
