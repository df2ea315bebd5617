from django.core.management.base import BaseCommand

from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.tenants.seals import exported_seals


class Command(BaseCommand):
    help = "Write the seals on the log as lines of JSON. Keep them where this database is not."

    def handle(self, **options: object) -> None:
        for municipality in Municipality.objects.order_by("slug"):
            with within(municipality):
                for line in exported_seals():
                    self.stdout.write(line)
