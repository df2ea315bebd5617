"""Who is invited reads where to go; who was taken back meanwhile reads nothing."""

from plein.starting.actions.inviting import take_back_invitation
from plein.starting.mail import tell_staff
from tests.cast import NOON


def test_the_mail_names_the_address_and_holds_no_link(start, assen, ria, mailoutbox):
    tell_staff.call(municipality=assen.pk, staff=str(ria.pk))

    (mail,) = mailoutbox
    assert mail.to == ["ria@plein.example"]
    assert "Gemeente Assen begint met Plein" in mail.body
    assert "assen.localhost/medewerkers/" in mail.body
    assert "://" not in mail.body


def test_who_was_taken_back_hears_nothing(start, assen, olga, ria, mailoutbox):
    invited = str(ria.pk)
    take_back_invitation(start, ria.pk, by=olga, at=NOON)

    tell_staff.call(municipality=assen.pk, staff=invited)

    assert mailoutbox == []
