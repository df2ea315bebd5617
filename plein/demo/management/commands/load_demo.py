from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from plein.demo.load import load_demo
from plein.demo.municipalities import connect_all
from plein.demo.stores import connect_stores


class Command(BaseCommand):
    help = "Fill an empty installation with the demo, and connect it to the DigiD simulator."

    def handle(self, **options: object) -> None:
        if not settings.DEMO:
            raise CommandError("The demo is off: set PLEIN_DEMO=1 to use it.")
        if load_demo(timezone.now()):
            self.stdout.write("De demo is geladen.")
        connect_all()
        connect_stores(timezone.now())
