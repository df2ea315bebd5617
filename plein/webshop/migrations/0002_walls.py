from django.db import migrations

from plein.kernel.wall import TenantWall


class Migration(migrations.Migration):
    dependencies = [
        ("webshop", "0001_initial"),
        ("identity", "0002_walls"),
        ("ledger", "0002_walls"),
    ]

    operations = [
        TenantWall(
            "Scheme",
            "SchemePeriod",
            "AmountRule",
            "CreditProposal",
            "Provider",
            "Product",
            "ProductVersion",
            "AssortmentEntry",
            "Grant",
            "BasketLine",
            "Order",
            "Pickup",
            "SettlementBatch",
            "PaymentInstruction",
            "OrderLine",
        )
    ]
