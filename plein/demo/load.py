"""Fill an empty installation with the demo, all of it or nothing."""

from datetime import datetime

from django.db import transaction

from plein.demo.appointments import add_appointments
from plein.demo.areas import add_areas
from plein.demo.benefits import add_benefits
from plein.demo.bylaws import add_bylaws
from plein.demo.cases import add_cases
from plein.demo.households import add_households
from plein.demo.municipalities import add_municipalities
from plein.demo.offers import add_offers
from plein.demo.proactive import add_proactive
from plein.demo.recipients import add_recipients
from plein.demo.shop import add_products, add_providers, add_schemes
from plein.demo.shop_limits import add_limits
from plein.demo.shop_providers import add_counters
from plein.demo.shop_talk import add_talk
from plein.demo.signals import add_signals
from plein.demo.tips import add_tips
from plein.demo.use import add_use
from plein.demo.workers import add_accounts, add_organisations, add_platform, add_staff
from plein.tenants.models import Municipality
from plein.tenants.scope import within


@transaction.atomic
def load_demo(at: datetime) -> bool:
    """Returns False, and changes nothing, where there are municipalities already."""
    if Municipality.objects.exists():
        return False
    accounts, organisations = add_accounts(), add_organisations()
    add_platform()
    for municipality in add_municipalities():
        with within(municipality):
            staff = add_staff(accounts)
            periods = add_schemes(municipality, staff, at)
            providers = add_providers(municipality, organisations, at)
            add_counters(providers, at)
            products = add_products(providers, periods, staff, at)
            add_limits(periods, products, staff, at)
            add_talk(providers, products, staff, at)
            add_households(municipality, periods, products, at)
            add_recipients(municipality, organisations, staff, at)
            add_offers(municipality, organisations, staff, at)
            add_bylaws(municipality, staff, at)
            add_areas(municipality, at)
            add_cases(municipality, staff, at)
            add_appointments(municipality, staff, at)
            add_benefits(municipality, staff, at)
            add_signals(municipality, staff, at)
            add_tips(staff, at)
            add_proactive(municipality, staff, at)
            add_use(municipality, at)
    return True
