"""What of a contact is sealed, by its name in the log of looks."""

EMAIL, ASKED, CODE = "email", "nieuw e-mailadres", "code van e-mailadres"
DEVICE = "apparaat voor seintjes"
