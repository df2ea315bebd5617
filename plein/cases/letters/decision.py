"""The decision on paper: what it is, why, what it gives, and how to object."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from plein.cases.actions.deciding import EXPLANATION
from plein.cases.letters.telling import WHY, Telling, by_post, written
from plein.cases.models import Decision, Provision
from plein.delivery.letter import Part
from plein.identity.gate import SealedText, read_sealed
from plein.kernel.money import euros


def decision(telling: Telling) -> Iterator[Part]:
    """Opening why is a look, with a line in the log."""
    made = telling.case.decisions.select_related("provision").latest("decided_at")
    said = telling.case.case_type.read.result(made.result).resident
    day = _("Op {day} hebben wij besloten over uw aanvraag.").format(day=written(made.decided_on))
    yield Part((day, f"{said}."))
    yield Part(_why(made, telling), _("Waarom"))
    if provision := getattr(made, "provision", None):
        yield Part((_given(provision),), _("Wat u krijgt"))
    yield Part(_objecting(made, telling), _("Bent u het er niet mee eens?"))


def longer(telling: Telling) -> Iterator[Part]:
    """The term was extended (Awb 4:14); being late is a matter of Awb 4:17."""
    day = written(telling.case.last_day)
    yield Part(
        (
            _("Wij hebben meer tijd nodig om te beslissen over uw aanvraag."),
            _("U hoort het vóór of op {day}. U hoeft nu niets te doen.").format(day=day),
            _("Hebt u dan nog niets gehoord? Bel ons, of schrijf ons dat wij te laat zijn."),
        )
    )


def ended(telling: Telling) -> Iterator[Part]:
    """What stops sooner than it would, and why; this can be objected to as well (Awb 1:3)."""
    stopped = Provision.objects.filter(decision__case=telling.case).exclude(ended_because="")
    for each in stopped.exclude(until=None).order_by("until"):
        last = _("De laatste dag is {day}.").format(day=written(each.last_day or each.start))
        yield Part((_("Dit stopt: {what}.").format(what=each.what), last, each.ended_because))
    yield Part(
        (
            _("Bent u het er niet mee eens? Bel ons. U kunt ook bezwaar maken, binnen 6 weken."),
            _("Stuur dan een brief naar {place}, met dit kenmerk: {number}.").format(
                place=by_post(), number=telling.number
            ),
        )
    )


def _why(made: Decision, telling: Telling) -> tuple[str, ...]:
    (explanation,) = read_sealed(
        telling.case.topic.resident,
        [SealedText(made.pk, EXPLANATION, made.explanation_sealed)],
        purpose=WHY,
        by=telling.by,
        at=telling.at,
        case=telling.case.number,
    )
    return tuple(line for line in explanation.splitlines() if line.strip())


def _given(provision: Provision) -> str:
    what, start = provision.what, written(provision.start)
    if provision.amount is not None:
        what = f"{what}: {euros(provision.amount)}"
    if provision.last_day is None:
        return _("{what}, vanaf {start}.").format(what=what, start=start)
    last = written(provision.last_day)
    return _("{what}, van {start} tot en met {last}.").format(what=what, start=start, last=last)


def _objecting(made: Decision, telling: Telling) -> tuple[str, ...]:
    """What an objection has to hold (Awb 6:5), and until when (Awb 6:7)."""
    until = _("U kunt bezwaar maken tot en met {day}. Stuur een brief naar {place}.")
    holds = _(
        "Zet erin: uw naam en adres, de datum, het kenmerk {number}, waarom u het niet eens bent,"
        " en uw handtekening."
    )
    return (
        _("Bel ons gerust eerst. Dan leggen wij het uit."),
        until.format(day=written(made.object_until), place=by_post()),
        holds.format(number=telling.number),
    )
