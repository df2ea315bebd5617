"""Amounts of a budget in the templates, as its scheme shows them."""

from django import template

from plein.kernel.money import bare_euros
from plein.webshop.amounts import amount_words
from plein.webshop.limits import limit_words
from plein.webshop.models import LimitRule, Scheme

register = template.Library()


@register.filter
def amount(cents: int | None, scheme: Scheme | None) -> str:
    return "" if cents is None else amount_words(cents, scheme)


@register.filter
def rule(limit: LimitRule) -> str:
    """Hoogstens 1 per persoon, in words."""
    return limit_words(limit)


@register.filter
def whole_euros(cents: int) -> int:
    """As an address carries it: 25 for € 25,00."""
    return cents // 100


@register.filter
def bare_amount(cents: int) -> str:
    """As it was typed in a field: 12,50"""
    return bare_euros(cents)
