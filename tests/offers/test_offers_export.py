"""What a resident takes along of Werk en meedoen."""

from plein.audit.models import Look
from plein.offers.actions.responding import respond
from plein.offers.actions.suggesting import suggest
from plein.offers.export import PART
from tests.cast import NOON
from tests.offers.conftest import FATIMA


def test_what_was_suggested_and_answered_goes_along_in_one_look(fatima, case, sam, post):
    offer = post()
    suggest(case.topic, offer, "U houdt van planten.", by=sam, at=NOON)
    respond(offer, fatima, FATIMA, by=fatima.actor, at=NOON)
    before = Look.objects.count()

    found = PART.read(fatima, NOON)

    assert Look.objects.count() == before + 1
    assert found["suggested"][0]["why"] == "U houdt van planten."
    assert found["responses"] == [
        {
            "offer": "Help mee in de buurttuin",
            "sent_at": NOON.isoformat(),
            "state": "gestuurd",
            "name": "Fatima",
            "contact": "06 12 34 56 78",
        }
    ]
    told = [line for row in PART.words(found) for line in row["lines"]]
    assert "Help mee in de buurttuin: gestuurd, Fatima, 06 12 34 56 78" in told


def test_who_never_looked_at_it_takes_nothing_along(fatima):
    found = PART.read(fatima, NOON)

    assert found == {"suggested": [], "responses": []}
    assert PART.words(found) == []
