"""By post: a decision, more time to decide, and what stops sooner than it would."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from plein.cases.letters.decided import decided_parts
from plein.cases.letters.telling import Telling, by_post, written
from plein.cases.models import Provision
from plein.delivery.letter import Part


def decision(telling: Telling) -> Iterator[Part]:
    """The newest of the case: the same words as the letter among its papers."""
    found = telling.case.decisions.select_related("provision", "case__topic__resident")
    made = found.select_related("case__case_type").latest("decided_at")
    yield from decided_parts(made, by=telling.by, at=telling.at)


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
