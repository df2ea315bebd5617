import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils import timezone

from plein.jobs.nightly import start_day

EVERY = 60  # seconds


class Command(BaseCommand):
    help = "Start each day's recurring work. Any number of clocks may tick: work starts once."

    def handle(self, **options: object) -> None:
        while True:
            start_day(timezone.now())
            close_old_connections()
            time.sleep(EVERY)
