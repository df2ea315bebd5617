"""How long a step takes: from the last time that something was kept."""

from datetime import datetime, timedelta

from django.db.models import F

from plein.intake.models import Application, StepTime

PAUSE = timedelta(minutes=20)  # after it somebody did something else


def note_time(application: Application, step: str, *, at: datetime) -> None:
    """Before `changed_at` moves on. The application is locked."""
    spent = at - application.changed_at
    if not timedelta(0) < spent < PAUSE:
        return
    seconds = round(spent.total_seconds())
    _, is_new = StepTime.objects.get_or_create(
        application=application, step=step, defaults={"seconds": seconds}
    )
    if not is_new:
        rows = StepTime.objects.filter(application=application, step=step)
        rows.update(seconds=F("seconds") + seconds)
