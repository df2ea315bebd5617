"""Why an amount cannot be calculated, by name and in plain Dutch."""

from collections.abc import Iterable
from datetime import date


class CannotCalculate(Exception):
    """Something that was asked for, or given, does not allow an answer."""


class UnknownName(CannotCalculate):
    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(f"Deze namen kennen wij niet: {', '.join(sorted(names))}.")


class FactsMissing(CannotCalculate):
    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(sorted(names))
        super().__init__(f"Deze gegevens ontbreken: {', '.join(self.names)}.")


class ImpossibleFact(CannotCalculate):
    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        super().__init__(f"{name} kan niet: {reason}.")


class NormMissing(CannotCalculate):
    """No amount for this day: none yet, or none that we could find."""

    def __init__(self, name: str, day: date, since: date | None) -> None:
        known = f"wij kennen het vanaf {since:%d-%m-%Y}" if since else "wij kennen het niet"
        super().__init__(f"Het bedrag {_readable(name)} ontbreekt op {day:%d-%m-%Y}: {known}.")


class NormNotSet(NormMissing):
    """The law leaves it to the municipality, and this one has not said it yet."""

    def __init__(self, name: str, day: date) -> None:
        CannotCalculate.__init__(
            self,
            f"Uw gemeente bepaalt {_readable(name)} zelf, "
            f"en heeft dat op {day:%d-%m-%Y} nog niet ingevuld.",
        )


class NoRuleOnDay(CannotCalculate):
    def __init__(self, name: str, day: date) -> None:
        super().__init__(f"De regel {name} geldt niet op {day:%d-%m-%Y}.")


class RulesDoNotFit(Exception):
    """The rules themselves are wrong; found at the start, with every problem named."""

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__("\n".join(problems))


def _readable(name: str) -> str:
    """`kwijtschelding.auto_vrij` as somebody reads it: ‘auto vrij’ (kwijtschelding)."""
    regeling, _dot, norm = name.replace("_", " ").partition(".")
    return f"‘{norm}’ ({regeling})"
