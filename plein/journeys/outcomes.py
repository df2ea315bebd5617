"""What can be decided, how that is weighed, and what follows from it by itself."""

from typing import Self

from pydantic import Field, StrictBool, model_validator

from plein.journeys.declared import Declared, Key, Line, Slug, Text
from plein.journeys.problems import does_not_fit


class Result(Declared):
    """`resident` says it in a sentence: u krijgt het, or not; `letter` is added in the letter.

    `gives` names what somebody gets. What starts with it: a budget of the scheme of this name, an
    appointment of this kind, or help of the organisation that works in the neighbourhood. With
    `benefit` staff start to pay it each month.
    """

    key: Key
    resident: Line
    is_favourable: StrictBool
    gives: Text = ""
    letter: Text = ""
    budget: Text = ""
    appointment: Text = ""
    hands_over: StrictBool = False
    benefit: StrictBool = False

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if not self.is_favourable and (self.gives or self.budget or self.benefit):
            raise does_not_fit("wie het niet krijgt, krijgt ook geen geld", "is_favourable: true")
        return self


class Weighed(Declared):
    """One condition of the regeling: `rule` of `plein.rules` says whether it is met.

    Both sentences are for the resident, in the letter.
    """

    rule: Slug
    met: Line
    not_met: Line


class HowDecided(Declared):
    """A person decides; the rules advise. `amount` is the rule that says how much, in euros.

    `purpose` is the use in the catalogue of the vault for which its elements may be looked at:
    without one the rules know only what the aanvraag says. With `four_eyes` a colleague confirms
    what was decided before it counts.
    """

    conditions: tuple[Weighed, ...] = Field(default=(), max_length=30)
    amount: Slug | None = None
    purpose: Slug | None = None
    four_eyes: StrictBool = False
