"""Who listens: found by the same doors, sessions and policies as any page."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import Http404, HttpRequest, HttpResponse

from plein.inbox.models import Signal
from plein.tenants.models import Municipality
from plein.web.background import HEADER


@dataclass(frozen=True, slots=True)
class Listener:
    """`resident` is None for staff, who hear everything of their municipality."""

    municipality: Municipality
    kind: str
    resident: UUID | None
    talk: UUID | None  # the conversation that is open on the page

    def hears(self, signal: Signal) -> bool:
        return self.resident is None or signal.resident_id == self.resident


class MayListen(HttpResponse):
    """For a browser an empty answer; the live process finds in it who asked."""

    status_code = 204

    def __init__(self, listener: Listener) -> None:
        super().__init__()
        self.listener = listener


def may_listen(listener: Listener) -> MayListen:
    return MayListen(listener)


def talk_in(request: HttpRequest) -> UUID | None:
    """`?gesprek=`; raises `Http404` for what is no id."""
    given = request.GET.get("gesprek", "")
    try:
        return UUID(given) if given else None
    except ValueError:
        raise Http404 from None


class Doorkeeper:
    """Lets the pages' own middleware and view decide, as if the page was asked for."""

    def __init__(self) -> None:
        self._pages = WSGIHandler()

    def who_listens(self, scope: Mapping[str, Any]) -> Listener | int:
        """The listener, or the status of the refusal."""
        response = self._pages.get_response(WSGIRequest(_environ(scope)))
        try:
            return response.listener if isinstance(response, MayListen) else response.status_code
        finally:
            response.close()


def _environ(scope: Mapping[str, Any]) -> dict[str, Any]:
    """What a WSGI server would make of this request; asked by a script, so it is no visit."""
    host, port = scope.get("server") or ("localhost", 0)
    headers = {
        f"HTTP_{name.decode('latin-1').upper().replace('-', '_')}": value.decode("latin-1")
        for name, value in scope["headers"]
    }
    return {
        **headers,
        f"HTTP_{HEADER.upper().replace('-', '_')}": "1",
        "REQUEST_METHOD": scope["method"],
        "PATH_INFO": scope["path"],
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": BytesIO(),
    }
