"""A long list, page by page."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest


class Pages:
    """One page of a list, and the addresses of its neighbours with the same filter."""

    def __init__(
        self, request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], size: int
    ) -> None:
        self._query = request.GET.copy()
        self.page = Paginator(rows, size).get_page(request.GET.get("pagina"))
        self.rows = list(self.page.object_list)
        self.count = self.page.paginator.count

    @property
    def previous_url(self) -> str:
        return self._url(self.page.number - 1) if self.page.has_previous() else ""

    @property
    def next_url(self) -> str:
        return self._url(self.page.number + 1) if self.page.has_next() else ""

    @property
    def number(self) -> int:
        return self.page.number

    @property
    def total(self) -> int:
        return self.page.paginator.num_pages

    def _url(self, number: int) -> str:
        self._query["pagina"] = str(number)
        return f"?{self._query.urlencode()}"
