"""A key names one thing."""

from collections.abc import Iterator

from plein.journeys.problems import Problem


def doubles(part: str, what: str, keys: list[str]) -> Iterator[Problem]:
    for number, key in enumerate(keys):
        if key in keys[:number]:
            example = f"geef iedere {what} een eigen key"
            yield Problem((part, number, "key"), f"'{key}' staat er twee keer", example)
