"""The form of one part of a journey, made from its declaration."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.forms.boundfield import BoundField
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plein.authoring.places import inner, is_list
from plein.journeys.languages import DUTCH
from plein.journeys.problems import Place, Problem
from plein.web.desk.journeys.controls import control, kept, says_in, text_in, typed
from plein.web.desk.journeys.labels import LABELS
from plein.web.desk.journeys.plainness import findings_in
from plein.web.desk.journeys.problem_words import says_with_example
from plein.web.forms import PleinForm

ROWS = ("choices", "conditions")  # small lists that stand with their part
MORE = 2  # empty rows, to add some


class PartForm(PleinForm):
    """Filled from `given`, or from what was posted. Problems stand at their own control."""

    marks_optional = False

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        model: type[BaseModel],
        given: Mapping[str, Any],
        languages: Sequence[str],
    ) -> None:
        self.model, self.given, self.languages = model, given, languages
        super().__init__({} if data is None else data)
        shown: dict[str, Any] = {}
        for prefix, name, field, value, label in self._declared():
            for at, language, words in says_in(name, field, languages):
                self.add_field(f"{prefix}{at}", control(name, field, f"{label}{words}"))
                now = text_in(value, language) if language else typed(value, field)
                shown[f"{prefix}{at}"] = now
        if data is None:
            self.data = {name: value for name, value in shown.items() if value is not False}

    def read(self) -> dict[str, Any]:
        """The part as it was typed, with what stands in other forms as it was."""
        own = {
            name for name, field in self.model.model_fields.items() if self._is_here(name, field)
        }
        found = {name: value for name, value in self.given.items() if name not in own}
        for prefix, name, field, _value, _label in self._declared():
            value = self._value(prefix, name, field)
            if prefix:
                rows, number, _end = prefix.split("-")
                found.setdefault(rows, {}).setdefault(number, {})[name] = value
            else:
                found[name] = value
        for name in ROWS:
            if isinstance(found.get(name), dict):
                found[name] = [_whole(each) for each in found[name].values() if any(each.values())]
        return _whole(found, self.model)

    def with_findings(self) -> Iterator[tuple[BoundField, list[str]]]:
        """Each control, and what could be plainer in its Dutch text."""
        for field in self:
            is_dutch = field.name.endswith(f"__{DUTCH}")
            yield field, findings_in(str(field.value() or "")) if is_dutch else []

    def say(self, problems: Iterable[Problem], place: Place) -> None:
        """Each at its control; what is about the whole part stands above."""
        self.is_valid()
        for each in problems:
            within = each.place[len(place) :]
            self.add_error(self._name_at(within), says_with_example(each))

    def _name_at(self, within: Place) -> str | None:
        prefix = ""
        if len(within) > 1 and within[0] in ROWS:
            prefix, within = f"{within[0]}-{within[1]}-", within[2:] or (within[0],)
        name = str(within[0]) if within else ""
        tried = [f"{prefix}{name}", *(f"{prefix}{name}__{each}" for each in self.languages)]
        if name in ROWS:
            tried = [field for field in self.fields if field.startswith(f"{name}-")][:1]
        return next((each for each in tried if each in self.fields), None)

    def _declared(self) -> Iterator[tuple[str, str, FieldInfo, Any, str]]:
        """Prefix, name, declaration, value and what comes before the label."""
        for name, field in self.model.model_fields.items():
            if name in ROWS:
                yield from self._rows(name, inner(field.annotation))
            elif self._is_here(name, field):
                yield "", name, field, self.given.get(name, _default(field)), ""

    def _rows(self, rows: str, model: type[BaseModel]) -> Iterator[Any]:
        given = self.given.get(rows) or []
        for number in range(max(len(given), self._posted_rows(rows)) + MORE):
            row = given[number] if number < len(given) else {}
            for name, field in model.model_fields.items():
                label = f"{LABELS[rows]} {number + 1}: "
                yield f"{rows}-{number}-", name, field, row.get(name), label

    def _posted_rows(self, rows: str) -> int:
        """As many as were on the page, so that nothing typed is lost."""
        found = [name.split("-")[1] for name in self.data if name.startswith(f"{rows}-")]
        return min(max((int(each) + 1 - MORE for each in found if each.isdecimal()), default=0), 50)

    def _is_here(self, name: str, field: FieldInfo) -> bool:
        kind = inner(field.annotation)
        return name in ROWS or not (isinstance(kind, type) and issubclass(kind, BaseModel))

    def _value(self, prefix: str, name: str, field: FieldInfo) -> Any:
        said = says_in(name, field, self.languages)
        if not said[0][1]:
            return kept(self.data.get(f"{prefix}{name}", ""), field)
        texts = {
            language: kept(self.data.get(f"{prefix}{at}", ""), field) or ""
            for at, language, _label in said
        }
        if not any(texts.values()):
            return None
        return texts[DUTCH] if [*texts] == [DUTCH] else texts


def _default(field: FieldInfo) -> Any:
    default = None if field.is_required() else field.default
    return list(default) if isinstance(default, tuple) else default


def _whole(found: Mapping[str, Any], model: type[BaseModel] | None = None) -> dict[str, Any]:
    """Without what is empty and may be; what has to be there stays, so that it is missed."""
    fields = model.model_fields if model else {}
    return {
        name: "" if value is None else value
        for name, value in found.items()
        if not _is_left_out(value, fields.get(name))
    }


def _is_left_out(value: Any, field: FieldInfo | None) -> bool:
    if field is not None and field.is_required():
        return False
    if value in (None, [], {}):
        return True
    return field is not None and not is_list(field.annotation) and value == field.default
