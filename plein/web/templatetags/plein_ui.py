"""Icons, amounts and days in the templates."""

from datetime import date, datetime

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils import formats
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from plein.kernel import money
from plein.kernel.clock import AMSTERDAM
from plein.tenants.texts import paragraphs as lines_of
from plein.tenants.texts import text_of

register = template.Library()


# They point where the reading goes, so from right to left they are turned round.
ONWARD = frozenset({"arrow-left", "arrow-right", "chevron-right", "box-arrow-right"})


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """A picture from the sprite, beside words that say the same."""
    return format_html(
        '<svg class="mo-icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        "".join(f" {each}" for each in (classes, name in ONWARD and "mo-icon--onward") if each),
        static("dist/icons.svg"),
        name,
    )


@register.simple_tag
def back_link(url: str, words: str) -> SafeString:
    return format_html(
        '<a class="nl-link mo-back" href="{}">{}<span>{}</span></a>', url, icon("arrow-left"), words
    )


@register.inclusion_tag("web/parts/track.html")
def track(number: int, total: int, title: str = "") -> dict[str, object]:
    """How far somebody is: "Stap 2 van 4", with a bar of as many parts."""
    states = ["done"] * (number - 1) + ["now"] + ["todo"] * (total - number)
    return {"number": number, "total": total, "title": title, "parts": states}


@register.simple_tag(takes_context=True)
def own_text(context: Context, key: str) -> str:
    """What the municipality wrote itself, or our words where it wrote nothing (texts.py)."""
    return text_of(context.get("municipality"), key)


@register.filter
def paragraphs(words: str, classes: str = "") -> SafeString:
    """Plain text as paragraphs; markup in it is shown, not obeyed."""
    attribute = format_html(' class="{}"', classes) if classes else ""
    return format_html_join("", "<p{}>{}</p>", ((attribute, line) for line in lines_of(words)))


@register.filter
def euros(cents: int | None) -> str:
    return "" if cents is None else money.euros(cents)


@register.filter
def number(count: int) -> str:
    """A whole number as a Dutch reader expects it: 12.345"""
    return f"{count:,}".replace(",", ".")


@register.filter
def few(count: int | None) -> str:
    """A count of people; None is too few to say."""
    return _("minder dan 10") if count is None else number(count)


@register.filter
def plain_euros(cents: int) -> str:
    """An amount for a machine to read, as in the value of a `<meter>`: 187.50"""
    return f"{cents / 100:.2f}"


@register.filter
def spoken_euros(cents: int) -> str:
    """An amount as a voice says it: 187 euro 50"""
    whole, rest = divmod(cents, 100)
    words = _("%(whole)s euro") % {"whole": whole}
    return f"{words} {rest:02d}" if rest else words


@register.filter
def day(value: date | datetime | None) -> str:
    """Vrijdag is part of the date: people plan by it. "vrijdag 27 november 2026" """
    return _written(value, "l j E Y")


@register.filter
def short_day(value: date | datetime | None) -> str:
    return _written(value, "j b Y")


@register.filter
def short_weekday(value: date | None) -> str:
    """ "di 1 dec" """
    return _written(value, "D j b")


@register.filter
def clock(value: datetime | None) -> str:
    """ "9.30 uur" """
    return _("{time} uur").format(time=_written(value, "G.i")) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    return _("{time} uur").format(time=_written(value, "j E Y, H.i")) if value else ""


def _written(value: date | datetime | None, shape: str) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        value = localtime(value, AMSTERDAM)
    return formats.date_format(value, shape)
