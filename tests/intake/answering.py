"""Answers that fill in the individuele inkomenstoeslag, for somebody who lives alone."""

from plein.intake.answers import Answers, Confirmed

GIVEN = {
    "woonsituatie": "alleen",
    "verandering": False,
    "meer_inkomen": False,
    "spaargeld": 125_000,
    "rekening": "NL91ABNA0417164300",
}
SHOWN = ("adres", "partner", "medebewoners")
WHOLE = Answers(GIVEN, {key: Confirmed(True, "zo", "de BRP") for key in SHOWN})
