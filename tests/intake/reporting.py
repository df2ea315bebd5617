"""A journey that begins with a melding: tasks, an organisation, and a search for who is young."""

from tests.journeys.conftest import AROUND, STATION

TASK = {"kind": "bevestigen", "why": "Zo vindt u sneller werk.", "needs_review": False}
REPORTED: dict = AROUND | {
    "name": {"nl": "Proef met melding", "en": "Trial with a report"},
    "languages": ["nl", "en"],
    "stations": [
        {"key": "gemeld", "phase": "gemeld"} | STATION,
        *AROUND["stations"],
    ],
    "report": {
        "text": "Uw melding telt.",
        "file_within": 60,
        "search_period": {
            "under_age": 27,
            "days": 28,
            "law": "Participatiewet art. 41 lid 4",
            "text": "Zoek eerst vier weken werk of een opleiding.",
            "exceptions": "Kunt u niet wachten? Bel ons.",
        },
    },
    "tasks": [
        TASK
        | {
            "key": "cv",
            "title": {"nl": "Maak uw cv", "en": "Write your cv"},
            "starts": "melding",
            "due": "melding + 14 dagen",
            "group": "Werk",
        },
        TASK
        | {
            "key": "opvang",
            "title": "Zoek opvang voor uw kind",
            "starts": "melding",
            "due": "melding + 3 weken",
            "when": "kinderen == ja",
        },
        TASK
        | {
            "key": "contract",
            "title": "Stuur uw contract",
            "kind": "papier",
            "starts": "aanvraag",
            "due": "begin + 7 dagen",
            "when": "kinderen == nee",
        },
        TASK | {"key": "later", "title": "Bel ons", "due": "opdracht + 3 dagen"},
    ],
    "reminders": {"before": [2], "after": []},
    "partners": [
        {"key": "gkb", "organisation": "GKB", "purpose": "Hulp met geld", "basis": "Wgs art. 3"}
    ],
    "intake": {
        "steps": [{"key": "gezin", "title": "Gezin", "asks": ["kinderen", "begin"]}],
        "questions": [
            {"key": "kinderen", "kind": "ja_nee", "title": "Hebt u kinderen?"},
            {"key": "begin", "kind": "datum", "title": "Wanneer begint u?", "required": False},
        ],
    },
}
