"""The columns of a file with budgets."""

COLUMNS = (
    "kenmerk",
    "bsn",
    "voornaam",
    "rol",
    "geboortemaand",
    "school",
    "bsn_aanvrager",
    "bedrag",
)
OPTIONAL = ("postcode",)
