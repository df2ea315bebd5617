"""One short answer: the pages that it is about, and its words in every language."""

from typing import Annotated

from pydantic import Field

from plein.content.item import Key
from plein.inbox.models import Page
from plein.journeys.declared import Declared, Line
from plein.journeys.languages import DUTCH

Body = Annotated[str, Field(min_length=1, max_length=600)]


class AnswerWords(Declared):
    title: Line
    body: Body


class Answer(Declared):
    key: Key
    pages: tuple[Page, ...] = Field(min_length=1)
    texts: dict[str, AnswerWords]

    def words_in(self, language: str) -> AnswerWords:
        return self.texts.get(language) or self.texts[DUTCH]

    def sought_in(self, language: str) -> tuple[str, str]:
        """Title and text, as the search reads them."""
        words = self.words_in(language)
        return words.title, words.body
