"""Every message is told once, leaves a proof, and else goes another way."""

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from plein.audit.models import Look
from plein.delivery.actions.contacts import (
    NoAddress,
    WrongCode,
    ask_proof,
    choose_way,
    prove,
    remove_address,
)
from plein.delivery.actions.language import keep_language
from plein.delivery.actions.moving import BACK_OFF, AlreadyDone, done_by_hand, offer
from plein.delivery.actions.planning import send_word
from plein.delivery.actions.unread import end_unanswered, mark_seen, put_unread_on_paper
from plein.delivery.models import Contact, ContactPolicy, Delivery, DeliveryState, Way
from plein.delivery.notices import Notice, subject_of
from plein.delivery.quiet import is_quiet, when_awake
from plein.delivery.sending import queue_overdue
from plein.delivery.sending_codes import send_code
from plein.kernel.clock import AMSTERDAM
from plein.tenants.scope import within
from tests.cast import NOON, TESTS
from tests.delivery.conftest import ADDRESS, deliver_at

WEEK = timedelta(days=7)


def word(resident, notice=Notice.DECISION, *, key="besluit 1", at=NOON):
    return send_word(resident, notice, key=key, matter="Individuele inkomenstoeslag", at=at)


def faulty(monkeypatch, fault):
    """The mail server of others answers like this."""

    def send_messages(_self, _messages):
        raise fault

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)


def test_a_mail_names_the_matter_and_nothing_else(mailed):
    delivery = deliver_at(word(mailed), NOON)

    (sent,) = mail.outbox
    assert sent.to == [ADDRESS]
    assert sent.subject == (
        "Uw aanvraag individuele inkomenstoeslag: er staat een besluit voor u klaar"
    )
    html = sent.alternatives[0][0]
    assert "http" not in sent.body + html
    assert "href" not in html
    assert "emmen.localhost" in sent.body
    assert delivery.state == DeliveryState.DELIVERED
    assert delivery.proof == sent.extra_headers["Message-ID"]
    assert delivery.settled_at == NOON


def test_a_subject_names_the_last_day_of_what_is_asked():
    day = datetime(2026, 12, 3, tzinfo=AMSTERDAM).date()

    assert subject_of(Notice.TASK, "Wmo-hulp", day) == (
        "Uw aanvraag Wmo-hulp: er staat een opdracht voor u klaar (vóór of op 3 december)"
    )


def test_a_mail_is_in_the_language_that_was_chosen(mailed):
    keep_language(mailed, "ar", by=TESTS, at=NOON)

    deliver_at(word(mailed), NOON)

    (sent,) = mail.outbox
    assert "بلدية Emmen" in sent.body
    assert "\N{LEFT-TO-RIGHT ISOLATE}14 0000\N{POP DIRECTIONAL ISOLATE}" in sent.body
    assert "Gemeente" not in sent.body
    assert '<html lang="ar" dir="rtl">' in sent.alternatives[0].content


def test_the_same_word_is_one_message_that_leaves_once(mailed):
    first, second = word(mailed), word(mailed)

    deliver_at(first, NOON)
    deliver_at(second, NOON)

    assert first == second
    assert len(mail.outbox) == 1


def test_of_two_workers_one_sends(mailed):
    delivery = word(mailed)

    assert offer(delivery.pk, at=NOON) is not None
    assert offer(delivery.pk, at=NOON) is None


def test_the_use_of_an_address_stands_in_the_log_of_looks(mailed):
    before = Look.objects.filter(subject=mailed.pk).count()

    deliver_at(word(mailed), NOON)

    assert Look.objects.filter(subject=mailed.pk).count() == before + 1


def test_without_an_address_staff_call_or_write_and_a_receipt_was_on_screen(fatima, sam):
    delivery = word(fatima)

    assert word(fatima, Notice.RECEIPT, key="ontvangst 1") is None
    assert (delivery.state, delivery.way) == (DeliveryState.BY_HAND, Way.HAND)
    done_by_hand(delivery, "gebeld", by=sam, at=NOON)
    delivery.refresh_from_db()
    assert delivery.proof == "gebeld, consulent, Team Minima"
    with pytest.raises(AlreadyDone):
        done_by_hand(delivery, "gebeld", by=sam, at=NOON)


def test_an_address_that_is_refused_leads_to_another_way_at_once(mailed, monkeypatch):
    faulty(monkeypatch, SMTPRecipientsRefused({ADDRESS: (550, b"onbekend")}))

    delivery = deliver_at(word(mailed), NOON)

    assert delivery.state == DeliveryState.OTHER_WAY
    assert delivery.next.state == DeliveryState.BY_HAND
    assert delivery.next.problem == "adres geweigerd"


@pytest.mark.parametrize("fault", [TimeoutError(), SMTPServerDisconnected()])
def test_who_does_not_answer_is_tried_later_and_later_and_then_another_way(
    mailed, monkeypatch, fault
):
    faulty(monkeypatch, fault)
    delivery, at = deliver_at(word(mailed), NOON), NOON

    for wait in BACK_OFF:
        assert (delivery.state, delivery.planned_for) == (DeliveryState.PLANNED, at + wait)
        assert deliver_at(delivery, at + wait - timedelta(seconds=1)).is_planned
        at += wait
        deliver_at(delivery, at)

    assert delivery.state == DeliveryState.OTHER_WAY
    assert delivery.tries == len(BACK_OFF) + 1
    assert Delivery.objects.by_hand().get() == delivery.next


def test_a_worker_that_fell_while_it_sent_never_sends_twice(mailed):
    delivery = word(mailed)
    offer(delivery.pk, at=NOON)

    assert end_unanswered(at=NOON + timedelta(minutes=59)) == 0
    assert end_unanswered(at=NOON + timedelta(hours=1)) == 1
    assert not deliver_at(delivery, NOON + WEEK).is_planned
    assert mail.outbox == []
    assert delivery.next.state == DeliveryState.BY_HAND


def test_a_message_whose_job_was_lost_leaves_the_next_night(mailed):
    delivery = word(mailed)
    DBTaskResult.objects.all().delete()

    assert queue_overdue(at=NOON + timedelta(minutes=59)) == 0
    assert queue_overdue(at=NOON + timedelta(hours=1)) == 1
    (job,) = DBTaskResult.objects.all()
    assert job.args_kwargs["kwargs"]["delivery"] == str(delivery.pk)


@pytest.mark.parametrize(
    ("notice", "seen", "days", "on_paper"),
    [
        (Notice.DECISION, False, 7, 1),
        (Notice.DECISION, False, 6, 0),
        (Notice.DECISION, True, 7, 0),
        (Notice.MESSAGE, False, 7, 0),
    ],
)
def test_a_decision_unread_for_a_week_goes_on_paper_once(mailed, notice, seen, days, on_paper):
    delivery = word(mailed, notice)
    Delivery.objects.filter(pk=delivery.pk).update(about=delivery.pk)
    deliver_at(delivery, NOON)
    if seen:
        mark_seen(delivery.pk, at=NOON)

    assert put_unread_on_paper(at=NOON + timedelta(days=days)) == on_paper
    assert put_unread_on_paper(at=NOON + timedelta(days=days)) == 0


def test_a_municipality_waits_as_long_as_it_chose(mailed):
    call_command("set_contact_policy", "emmen", paper_after=3)
    deliver_at(word(mailed), NOON)

    assert put_unread_on_paper(at=NOON + timedelta(days=3)) == 1


def test_a_policy_is_set_again_and_a_wrong_one_refused(emmen):
    for days in ("-7,-1", "-2"):
        call_command("set_contact_policy", "emmen", f"--days={days}", kind="papier")

    assert ContactPolicy.objects.get().ladder == [-2]
    for wrong in (["emmen", "--days=morgen"], ["nergens"]):
        with pytest.raises(CommandError):
            call_command("set_contact_policy", *wrong)


def test_an_address_is_used_after_its_code_came_back(fatima):
    contact = ask_proof(fatima, ADDRESS, by=fatima.actor, at=NOON)
    send_code.call(municipality=contact.municipality_id, contact=str(contact.pk))
    (sent,) = mail.outbox
    code = sent.body.split("Uw code is: ")[1].split()[0]

    with pytest.raises(NoAddress):
        choose_way(fatima, Way.MAIL, wants_reminders=True, by=fatima.actor, at=NOON)
    for wrong, at in (("AAAA2222", NOON), ("", NOON), (code, NOON + timedelta(hours=1))):
        with pytest.raises(WrongCode):
            prove(fatima, wrong, by=fatima.actor, at=at)
    prove(fatima, f" {code.lower()} ", by=fatima.actor, at=NOON)

    assert Contact.objects.get().way == Way.MAIL
    with pytest.raises(WrongCode):
        prove(fatima, code, by=fatima.actor, at=NOON)


def test_an_address_that_is_taken_away_is_gone(mailed):
    delivery = word(mailed)
    remove_address(mailed, by=mailed.actor, at=NOON)

    assert bytes(Contact.objects.get().email_sealed) == b""
    assert deliver_at(delivery, NOON).next.problem == "geen e-mailadres"
    assert mail.outbox == []


def test_another_municipality_sees_no_delivery_and_no_address(mailed, buren):
    word(mailed)

    with within(buren):
        assert not Delivery.objects.exists()
        assert not Contact.objects.exists()


def test_a_reminder_waits_for_the_morning_and_a_decision_does_not(mailed):
    late = datetime(2026, 11, 24, 21, 0, tzinfo=AMSTERDAM)
    reminder = word(mailed, Notice.REMINDER, key="herinnering 1", at=late)

    deliver_at(reminder, late)
    deliver_at(word(mailed, at=late), late)

    assert [sent.subject[-30:] for sent in mail.outbox] == [
        "r staat een besluit voor u klaar"[-30:]
    ]
    assert reminder.planned_for == datetime(2026, 11, 25, 8, 0, tzinfo=AMSTERDAM)
    queued = DBTaskResult.objects.filter(run_after=reminder.planned_for)
    assert queued.count() == 1


@pytest.mark.parametrize(
    ("hour", "quiet"), [("07:59", True), ("08:00", False), ("20:59", False), ("21:00", True)]
)
def test_it_is_quiet_from_nine_to_eight(hour, quiet):
    at = datetime.fromisoformat(f"2026-11-24T{hour}").replace(tzinfo=AMSTERDAM)

    assert is_quiet(at) is quiet
    assert not is_quiet(when_awake(at))
    assert (when_awake(at) == at) is not quiet
