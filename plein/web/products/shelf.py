"""How a product stands: what residents see of it now, and what was sent in since."""

from plein.webshop.models import Product, ProductVersion, VersionStatus


class ShelfRow:
    """A product with its `shown` versions, newest first (queries/provider.py)."""

    def __init__(self, product: Product) -> None:
        self.product = product
        self.shown: list[ProductVersion] = product.shown  # type: ignore[attr-defined]

    @property
    def newest(self) -> ProductVersion:
        return self.shown[0]

    @property
    def on_sale(self) -> ProductVersion | None:
        return next((v for v in self.shown if v.status == VersionStatus.APPROVED), None)

    @property
    def version(self) -> ProductVersion:
        """What to call it and what it costs: what is on sale, else what was sent in last."""
        return self.on_sale or self.newest

    @property
    def unread(self) -> int:
        """Messages about it that the provider did not read; counted for lists alone."""
        return self.product.unread  # type: ignore[attr-defined,no-any-return]

    @property
    def waits(self) -> bool:
        return self.newest.status == VersionStatus.SUBMITTED

    @property
    def is_rejected(self) -> bool:
        """Only while it is the last word: a version that was approved later settles it."""
        return self.newest.status == VersionStatus.REJECTED
