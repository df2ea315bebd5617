"""What a caller asked for: known parameters only, each read or refused with its name."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest

from plein.api.problems import Invalid, InvalidParam, NotFound, Problem
from plein.kernel.bsn import Bsn, NotABsn
from plein.kernel.sd_jwt.refusals import Malformed
from plein.kernel.sd_jwt.text import read_object

PER_PAGE = 100
Readers = Mapping[str, Callable[[Any], Any]]


def asked(given: Mapping[str, Any], readers: Readers, *, hints: Mapping[str, str] = {}) -> Any:
    """The values that were read, by name. Raises `Invalid` with all that is wrong."""
    found, wrong = {}, []
    for name, value in given.items():
        if name not in readers:
            reason = hints.get(name, "Deze parameter kennen wij niet.")
            wrong.append(InvalidParam(name, "unknown-parameters", reason))
            continue
        try:
            found[name] = readers[name](value)
        except (ValueError, TypeError, AttributeError):
            wrong.append(InvalidParam(name, "invalid", "Deze waarde past hier niet."))
    if wrong:
        raise Invalid(*wrong)
    return found


def in_query(request: HttpRequest, readers: Readers, *, hints: Mapping[str, str] = {}) -> Any:
    return asked(request.GET.dict(), {"page": page_number, **readers}, hints=hints)


def body_of(request: HttpRequest) -> dict[str, Any]:
    """Raises `Problem` for what is no JSON object."""
    try:
        return read_object(request.body)
    except Malformed:
        detail = "De body is geen JSON-object."
        raise Problem(400, "invalid", "Ongeldige vraag", detail) from None


def text(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError
    return value


def day(value: Any) -> date:
    return date.fromisoformat(text(value))


def page_number(value: Any) -> int:
    number = int(value)
    if number < 1:
        raise ValueError
    return number


def true_or_false(value: Any) -> bool:
    return {"true": True, "false": False}[one_of(("true", "false"))(str(value).lower())]


def list_of(reader: Callable[[Any], Any]) -> Callable[[Any], list[Any]]:
    """Comma-separated in a query, a list in a body."""
    return lambda value: [
        reader(each) for each in (value.split(",") if isinstance(value, str) else list(value))
    ]


def one_of(choices: Iterable[str]) -> Callable[[Any], str]:
    known = tuple(choices)

    def read(value: Any) -> str:
        if value not in known:
            raise ValueError
        return str(value)

    return read


def read_bsn(value: Any) -> Bsn:
    try:
        return Bsn(text(value))
    except NotABsn:
        raise ValueError from None


def last_uuid(value: Any) -> UUID:
    """Of an address of ours; another's finds nothing."""
    return UUID(text(value).rstrip("/").rsplit("/", 1)[-1])


def page_of(
    request: HttpRequest, rows: QuerySet[Any] | list[Any], page: int = 1
) -> tuple[list[Any], dict[str, Any]]:
    """The rows of a page, and the answer that waits for its `results`. Raises `NotFound`."""
    count = len(rows) if isinstance(rows, list) else rows.count()
    start = (page - 1) * PER_PAGE
    if page > 1 and start >= count:
        raise NotFound
    following = _page(request, page + 1) if start + PER_PAGE < count else None
    previous = _page(request, page - 1) if page > 1 else None
    shown = list(rows[start : start + PER_PAGE])
    return shown, {"count": count, "next": following, "previous": previous}


def _page(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
