"""A part of a long list from a place on: as fast at its end as at its beginning."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field, QuerySet
from django.http import HttpRequest


class KeyPages:
    """The rows on this page in the order of `key`, and the addresses of what is before and after.

    The key is a column without doubles. A place that cannot be read is the beginning.
    """

    def __init__(self, request: HttpRequest, rows: QuerySet[Any], key: str, size: int) -> None:
        self._query, self._key = request.GET.copy(), key
        column = rows.model._meta.get_field(key)
        before, after = self._place(column, "voor"), self._place(column, "na")
        if before is not None:
            found = list(rows.filter(**{f"{key}__lt": before}).order_by(f"-{key}")[: size + 1])
            self.rows, self._has_before = found[:size][::-1], len(found) > size
            self._has_after = True
        else:
            wanted = rows if after is None else rows.filter(**{f"{key}__gt": after})
            found = list(wanted.order_by(key)[: size + 1])
            self.rows, self._has_after = found[:size], len(found) > size
            self._has_before = after is not None

    @property
    def previous_url(self) -> str:
        return self._url("voor", self.rows[0]) if self.rows and self._has_before else ""

    @property
    def next_url(self) -> str:
        return self._url("na", self.rows[-1]) if self.rows and self._has_after else ""

    def _place(self, column: "Field[Any, Any]", name: str) -> Any:
        if name not in self._query:
            return None
        try:
            return column.to_python(str(self._query[name]).replace("\0", "")) or None
        except ValidationError:
            return None

    def _url(self, name: str, row: Any) -> str:
        query = self._query.copy()
        for each in ("voor", "na"):
            query.pop(each, None)
        query[name] = str(getattr(row, self._key))
        return f"?{query.urlencode()}"
