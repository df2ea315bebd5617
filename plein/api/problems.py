"""Saying no as the standard does: application/problem+json (RFC 9457), with `invalidParams`."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import uuid4

from django.http import HttpRequest, JsonResponse

from plein.api.apis import api_of

WRONG_METHOD = "method_not_allowed"


class InvalidParam(NamedTuple):
    """`reason` never repeats what was given: that may be a BSN."""

    name: str
    code: str
    reason: str


class Problem(Exception):
    def __init__(self, status: int, code: str, title: str, detail: str) -> None:
        super().__init__(detail)
        self.status, self.code, self.title, self.detail = status, code, title, detail
        self.invalid: list[InvalidParam] = []


class Invalid(Problem):
    def __init__(self, *params: InvalidParam) -> None:
        detail = "; ".join(f"{param.name}: {param.reason}" for param in params)
        super().__init__(400, "invalid", "Ongeldige vraag", detail)
        self.invalid = list(params)


class NotAllowed(Problem):
    def __init__(self, detail: str, status: int = 403) -> None:
        super().__init__(status, "permission_denied", "Geen toestemming", detail)


class TooMany(Problem):
    def __init__(self) -> None:
        detail = "Te vaak een verkeerd token. Probeer het over 10 minuten opnieuw."
        super().__init__(429, "too_many_requests", "Te veel pogingen", detail)


class NotFound(Problem):
    def __init__(self) -> None:
        super().__init__(404, "not_found", "Niet gevonden", "Dit is hier niet.")


class ReadOnly(Problem):
    def __init__(self, allowed: Iterable[str]) -> None:
        detail = f"Dit adres is alleen om te lezen ({', '.join(allowed)}). Schrijven kan hier niet."
        super().__init__(405, WRONG_METHOD, "Alleen lezen", detail)


class WriteOnly(Problem):
    def __init__(self) -> None:
        detail = "Dit adres kent alleen POST."
        super().__init__(405, WRONG_METHOD, "Alleen schrijven", detail)


def answer_to(request: HttpRequest, problem: Problem) -> JsonResponse:
    body: dict[str, Any] = {
        "type": "about:blank",
        "code": problem.code,
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
        "instance": f"urn:uuid:{uuid4()}",
    }
    if problem.invalid:
        body["invalidParams"] = [param._asdict() for param in problem.invalid]
    answer = JsonResponse(body, status=problem.status, content_type="application/problem+json")
    if api := api_of(request):
        answer.headers["API-version"] = api.version
    return answer


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    return answer_to(request, Problem(400, "invalid", "Ongeldige vraag", "De vraag is ongeldig."))


def forbidden(request: HttpRequest, exception: Exception) -> JsonResponse:
    return answer_to(request, NotAllowed("Dit mag niet."))


def not_found(request: HttpRequest, exception: Exception) -> JsonResponse:
    return answer_to(request, NotFound())


def broken(request: HttpRequest) -> JsonResponse:
    detail = "Het werkt nu niet. Probeer het later opnieuw."
    return answer_to(request, Problem(500, "error", "Fout bij ons", detail))
