"""Something that we ask a store: asked, answered, or without an answer. Its state is worked out."""

from datetime import datetime, timedelta

from django.db import models

FRESH = timedelta(minutes=10)
PATIENCE = timedelta(seconds=30)  # what is not answered by then does not come any more
ANEW_AFTER = timedelta(minutes=1)  # after a failure


class Asked(models.Model):
    """`read_at` is when the last good read began, so that news of later is not missed."""

    asked_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)  # the last time, until it works again

    class Meta:
        abstract = True

    def is_under_way(self, at: datetime) -> bool:
        return self._waits and at < self._late_from

    def has_failed(self, at: datetime) -> bool:
        if self.is_under_way(at):
            return False
        return self.failed_at is not None or self._waits

    def is_fresh(self, at: datetime) -> bool:
        is_young = self.read_at is not None and self.read_at > at - FRESH
        return is_young and not self._waits and self.failed_at is None

    def may_be_asked(self, at: datetime) -> bool:
        if self.is_fresh(at) or self.is_under_way(at):
            return False
        return self.failed_at is None or self.failed_at <= at - ANEW_AFTER

    def is_late(self, at: datetime) -> bool:
        """An answer of now came after the page stopped waiting for it."""
        return self.asked_at is not None and at >= self._late_from

    @property
    def _waits(self) -> bool:
        if self.asked_at is None:
            return False
        answers = [moment for moment in (self.read_at, self.failed_at) if moment]
        return all(moment < self.asked_at for moment in answers)

    @property
    def _late_from(self) -> datetime:
        assert self.asked_at is not None  # noqa: S101 - for who asked
        return self.asked_at + PATIENCE
