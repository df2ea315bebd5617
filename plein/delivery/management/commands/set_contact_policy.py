from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from plein.delivery.models import ContactPolicy
from plein.delivery.models.policies import LADDER, PAPER_AFTER
from plein.tenants.models import Municipality
from plein.tenants.scope import within

DEFAULT = ",".join(map(str, LADDER))


class Command(BaseCommand):
    help = "On which days a municipality reminds, and when an unread decision goes on paper."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("municipality", help="slug")
        parser.add_argument("--days", default=DEFAULT, help=f"from the last day; else {DEFAULT}")
        parser.add_argument("--kind", default="", help="kind of task; else all kinds")
        parser.add_argument("--paper-after", type=int, default=PAPER_AFTER, help="days unread")

    def handle(self, **options: str) -> None:
        municipality = Municipality.objects.filter(slug=options["municipality"]).first()
        if municipality is None:
            raise CommandError("Deze gemeente is er niet.")
        try:
            ladder = sorted({int(day) for day in options["days"].split(",")})
        except ValueError:
            raise CommandError("Schrijf dagen als getallen, zoals -14,-3,-1,1.") from None
        values = {"ladder": ladder, "paper_after": options["paper_after"]}
        with within(municipality):
            ContactPolicy.objects.update_or_create(kind=options["kind"], defaults=values)
