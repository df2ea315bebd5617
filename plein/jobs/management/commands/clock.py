import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from plein.cases.telling import queue_telling
from plein.jobs.nightly import start_day

EVERY = 60  # seconds


class Command(BaseCommand):
    help = "Start each day's work, and tell who listens. Any number of clocks may tick."

    def handle(self, **options: object) -> None:
        while True:
            start_day(timezone.now())
            queue_telling(timezone.now())
            close_old_connections()
            time.sleep(EVERY)
