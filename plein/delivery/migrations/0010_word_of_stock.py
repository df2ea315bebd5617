from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0009_word_of_a_helper"),
    ]

    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="notice",
            field=models.TextField(
                choices=[
                    ("ontvangst", "wij hebben ontvangen wat u stuurde"),
                    ("opdracht", "er staat een opdracht voor u klaar"),
                    ("handtekening", "er staat een handtekening voor u klaar"),
                    ("bericht", "er staat een bericht voor u klaar"),
                    ("afspraak", "uw afspraak is veranderd"),
                    ("besluit", "er staat een besluit voor u klaar"),
                    ("verlenging", "wij hebben meer tijd nodig om te beslissen"),
                    ("stopt", "iets dat u krijgt, stopt"),
                    ("herinnering", "u moet nog iets doen"),
                    ("morgen", "u hebt morgen een afspraak"),
                    ("betaling", "u krijgt geld, zie hoeveel en wanneer"),
                    ("geholpen", "uw helper bestelde of annuleerde iets voor u"),
                    ("budget", "u hebt nog budget, zie tot wanneer u het kunt gebruiken"),
                    ("weer er", "wat u zocht in de winkel, is er weer"),
                ]
            ),
        ),
    ]
