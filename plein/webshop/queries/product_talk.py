"""What was said about a product, and where the other side has not read it yet."""

from django.db.models import Count, Min, OuterRef, QuerySet, Subquery

from plein.webshop.models import Product, ProductMessage, ProductVersion


def messages_about(product: Product) -> QuerySet[ProductMessage]:
    return ProductMessage.objects.filter(product=product).select_related("staff__account")


def unread_by_staff() -> QuerySet[ProductMessage]:
    return ProductMessage.objects.filter(staff=None, read_at=None)


def talked_about() -> QuerySet[Product]:
    """Products with something that staff did not read, the longest waiting first.

    With the newest version, its title, and how many messages are unread.
    """
    newest = ProductVersion.objects.filter(product=OuterRef("pk")).order_by("-number")
    talked = Product.objects.filter(messages__in=unread_by_staff()).annotate(
        unread=Count("messages"),
        since=Min("messages__sent_at"),
        version_id=Subquery(newest.values("pk")[:1]),
        title=Subquery(newest.values("title")[:1]),
    )
    return talked.select_related("provider__organisation").order_by("since", "pk")
