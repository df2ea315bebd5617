"""One walk through a journey as a resident takes it: page after page, each form filled in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.journeys.intake import Intake, Step
from plein.journeys.questions import Kind, Question
from plein.journeys.values import Value
from plein.kernel.clock import local_day
from tests.documents.files import photo
from tests.web.conftest import url

TELLS = "Wat ik zelf vertel"
MOST_PAGES = 60


@dataclass
class Walk:
    """`plan` are the answers at the turns; who is brief leaves open what may be left open."""

    client: Client
    intake: Intake
    plan: dict[str, Value]
    is_brief: bool = False
    said: dict[str, Value] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    took: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    queries: list[int] = field(default_factory=list)

    def go(self, slug: str) -> None:
        """From the start to the receipt."""
        self.read(url("case-apply", slug))
        begun = self.client.post(url("case-apply", slug))
        here = self.client.get(begun.url).url
        for _ in range(MOST_PAGES):
            if not (key := step_at(here)):
                break
            here = self.answer(here, self.intake.step(key))
        self.read(here)
        sent = self.client.post(here)
        self.read(sent.url)

    def read(self, address: str) -> str:
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        self.pages.append(answer.content.decode())
        return self.pages[-1]

    def answer(self, here: str, step: Step) -> str:
        """Where it leads, once what is asked on this page is filled in."""
        with CaptureQueriesContext(connection) as queries:
            page = self.read(here)
        self.queries.append(len(queries))
        asked = self.intake.asked_in(step, self.said)
        for name in (*(each.key for each in asked), *(f"says_{key}" for key in step.confirms)):
            assert f'name="{name}"' in page, (step.key, name)
        self.took.append(step.key)
        self.asked |= {question.key for question in asked}
        answer = self.client.post(here, self.filled_in(step, asked))
        assert answer.status_code == 302, (step.key, told(answer))
        return answer.url

    def filled_in(self, step: Step, asked: tuple[Question, ...]) -> dict[str, Any]:
        for each in asked:
            if each.key in self.plan or each.required or not self.is_brief:
                self.said.setdefault(each.key, self.plan.get(each.key, some_answer(each)))
        given = {each.key: typed(self.said[each.key]) for each in asked if each.key in self.said}
        files = {each.key: [upload()] for each in asked if each.kind == Kind.FILES}
        return given | files | {f"says_{key}": TELLS for key in step.confirms}


def step_at(address: str) -> str:
    """The key in the address of a step; empty at another page."""
    return address.rpartition("/stap/")[2].strip("/") if "/stap/" in address else ""


def typed(value: Value) -> str | list[str]:
    """As people write it in a field."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, tuple):
        return list(value)
    return str(value).replace(".", ",") if isinstance(value, Decimal) else str(value)


def some_answer(question: Question) -> Value:
    """One that is right for its kind and within its limits."""
    return ANSWERS.get(question.kind, _words)(question)


def _words(question: Question) -> str:
    return TELLS.ljust(question.least or 0, ".")[: question.most].strip()


def _least(question: Question) -> Decimal:
    return Decimal(max(question.least or 0, 1))


ANSWERS: dict[Kind, Callable[[Question], Value]] = {
    Kind.ONE: lambda question: question.values[0],
    Kind.MANY: lambda question: question.values[: max(question.least or 0, 1)],
    Kind.YES_NO: lambda _: True,
    Kind.NUMBER: _least,
    Kind.AMOUNT: _least,
    Kind.DAY: lambda _: local_day(timezone.now()) + timedelta(days=7),
    Kind.ACCOUNT: lambda _: "NL91 ABNA 0417 1643 00",
    Kind.POSTCODE: lambda _: "7811 AB",
    Kind.FILES: lambda _: (),
}


def upload() -> SimpleUploadedFile:
    return SimpleUploadedFile("bewijs.jpg", photo())


def told(answer: Any) -> dict[str, Any]:
    """What a page says is wrong, when it comes back."""
    return dict(answer.context["form"].errors) if answer.context else {}
