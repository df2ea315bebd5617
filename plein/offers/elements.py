"""What of an offer is sealed, by its name in the log of looks."""

WHY = "waarom uw consulent dit voorstelt"
NAME, CONTACT = "voornaam bij een aanbod", "telefoon of e-mail bij een aanbod"
