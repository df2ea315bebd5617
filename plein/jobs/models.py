"""What was started when: so that a day's work starts once, however many clocks tick."""

from django.db import models


class Tick(models.Model):
    id = models.BigAutoField(primary_key=True)
    name = models.TextField()
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "day"], name="jobs_tick_once")]
