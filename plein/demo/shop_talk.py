"""What staff and providers tell each other: news, a question, and a catalogue that we keep."""

from datetime import datetime, timedelta
from uuid import uuid4

from plein.demo.shop import DEMO
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.webshop.actions.announcements import Notice, announce
from plein.webshop.actions.keeping_catalogue import keep_catalogue
from plein.webshop.actions.product_talk import say
from plein.webshop.models import ProductVersion, Provider

NEWS_DAYS = timedelta(days=60)
NEWS = """Wij betalen voortaan elke maandag uit, en niet meer op vrijdag.

U hoeft niets te doen."""
QUESTION = "Wij hebben dit nu ook in het blauw. Moet ik daar een andere foto bij doen?"


def add_talk(
    providers: dict[str, Provider],
    products: dict[str, ProductVersion],
    staff: dict[str, Staff],
    at: datetime,
) -> None:
    today = local_day(at)
    notice = Notice("Betalen op maandag", NEWS, starts_on=today, ends_on=today + NEWS_DAYS)
    announce(notice, by=staff["bas"], at=at)
    if club := providers.get("de_sprong"):
        keep_catalogue(club, by=staff["bas"], at=at)
    if bicycle := products.get("kinderfiets_16"):
        say(bicycle.product, QUESTION, key=uuid4(), by=DEMO, at=at)
