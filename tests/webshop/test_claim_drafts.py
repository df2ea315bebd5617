"""A declaratie that is not sent yet: kept as it was typed, sent with what was kept, or gone."""

from datetime import timedelta
from hashlib import sha256

import pytest

from plein.audit.actions import Purpose
from plein.audit.models import Look
from plein.documents.actions.verdicts import note_verdict
from plein.documents.models import Document
from plein.documents.receiving import Received
from plein.gateways.antivirus.types import Verdict
from plein.kernel.clock import start_of
from plein.ledger.models import Account
from plein.tenants.scope import within
from plein.webshop.actions.claim_drafts import (
    IsSent,
    fitting,
    keep_draft,
    send_draft,
)
from plein.webshop.actions.claims import CannotClaim, ClaimTooLarge, ReceiptMissing
from plein.webshop.actions.dropping_claim_drafts import (
    drop_draft,
    forget_claim_drafts,
    remove_receipt,
)
from plein.webshop.actions.ending import lapse_grant
from plein.webshop.claim_draft_words import read_typed
from plein.webshop.models import Claim, ClaimDraft, ClaimDraftPaper, ClaimPaper, SchemePeriod
from tests.cast import NOON, TESTS, TODAY
from tests.documents.conftest import kept_files, scanner  # noqa: F401 - fixtures of documents
from tests.webshop.claiming import RECEIPT, declared
from tests.webshop.conftest import children_of, household

pytestmark = pytest.mark.usefixtures("kept_files")
WHY = Purpose("test", "test")
TYPED = {"what": "contributie vd voetbal", "amount": "veertig?", "iban": "NL91 ABNA"}


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    SchemePeriod.objects.update(takes_claims=True)
    return grant_for(kindpakket, lina, cents=10_000)


def paper(number: int, *, is_scanned: bool = True) -> Received:
    content = b"%%PDF-1.4 bon %d" % number
    return Received(f"bon {number}", "pdf", content, sha256(content).hexdigest(), is_scanned)


def kept(resident, *files, typed=TYPED, key="k", at=NOON) -> ClaimDraft:
    return keep_draft(resident, typed, files, key=key, by=resident.actor, at=at)


def sent(resident, member, grant, cents=4_000, key="k", at=NOON, **changes) -> Claim:
    return send_draft(
        declared(member, grant, cents, **({"receipts": []} | changes)),
        household=household(resident),
        resident=resident,
        key=key,
        by=resident.actor,
        at=at,
    )


def typed_of(resident) -> dict[str, str]:
    draft = ClaimDraft.objects.get(resident=resident)
    words, _names = read_typed(draft, [], purpose=WHY, by=resident.actor, at=NOON)
    return words


def balance(grant) -> int:
    return Account.objects.get(pk=grant.budget_id).balance


def files_in(folder) -> int:
    return sum(each.is_file() for each in folder.rglob("*"))


def test_what_was_typed_is_kept_as_it_is_and_sealed_and_no_money_is_held(fatima, grant):
    draft = kept(fatima, RECEIPT)

    assert b"voetbal" not in bytes(draft.typed_sealed)
    before = Look.objects.count()
    assert typed_of(fatima) == TYPED
    assert Look.objects.count() == before + 1
    assert draft.papers.count() == 1
    assert balance(grant) == 10_000


def test_who_goes_on_has_one_draft_with_the_newest_words_and_all_photos(fatima):
    kept(fatima, paper(1))
    kept(fatima, paper(1), paper(2), typed={"what": "zwemles"}, at=NOON + timedelta(days=2))

    draft = ClaimDraft.objects.get()
    assert typed_of(fatima) == {"what": "zwemles"}
    assert draft.papers.count() == 2
    assert draft.last_day == TODAY + timedelta(days=32)


def test_two_that_keep_at_once_have_one_draft(at_once, fatima):
    answers = at_once([lambda: kept(fatima, RECEIPT)] * 4)

    assert {answer.pk for answer in answers} == {ClaimDraft.objects.get().pk}
    assert ClaimDraftPaper.objects.count() == Document.objects.count() == 1


def test_the_sixth_receipt_does_not_fit_and_one_that_is_there_takes_no_place(fatima):
    draft = kept(fatima, *map(paper, range(4)))
    documents = [each.document for each in draft.papers.all()]

    new, too_much = fitting(documents, [paper(0), paper(5), paper(6)])
    kept(fatima, paper(0), paper(5), paper(6))

    assert [each.name for each in new] == ["bon 5"]
    assert [each.name for each in too_much] == ["bon 6"]
    assert draft.papers.count() == 5


def test_sending_makes_the_kept_receipts_those_of_the_declaratie(fatima, lina, grant):
    draft = kept(fatima, paper(1), paper(2))
    documents = set(draft.papers.values_list("document", flat=True))

    claim = sent(fatima, lina, grant, receipts=[paper(2), paper(3)])

    ours = set(claim.papers.values_list("document", flat=True))
    assert documents < ours
    assert len(ours) == Document.objects.count() == 3
    assert not ClaimDraft.objects.exists()
    assert not ClaimDraftPaper.objects.exists()
    assert balance(grant) == 6_000


def test_a_double_click_sends_once(at_once, fatima, lina, grant):
    kept(fatima, RECEIPT)

    answers = at_once([lambda: sent(fatima, lina, grant)] * 4)

    assert {answer.pk for answer in answers} == {Claim.objects.get().pk}
    assert ClaimPaper.objects.count() == Document.objects.count() == 1
    assert balance(grant) == 6_000


def test_sending_and_keeping_at_once_leaves_one_of_the_two(at_once, fatima, lina, grant):
    """Kept after it was sent would ask the same money twice."""
    kept(fatima, RECEIPT)

    at_once([lambda: sent(fatima, lina, grant), lambda: kept(fatima, paper(2))] * 2)

    assert Claim.objects.count() == 1
    assert not ClaimDraft.objects.exists()
    with pytest.raises(IsSent):
        kept(fatima, paper(2))


def test_without_a_receipt_nothing_is_sent(fatima, lina, grant):
    kept(fatima)

    with pytest.raises(ReceiptMissing):
        sent(fatima, lina, grant)

    assert ClaimDraft.objects.exists()


def test_another_form_leaves_the_draft_alone(fatima, lina, grant):
    kept(fatima, paper(1))

    claim = sent(fatima, lina, grant, key="other", receipts=[paper(2)])

    assert claim.papers.count() == 1
    assert ClaimDraft.objects.get().papers.count() == 1


@pytest.mark.parametrize("cents", [10_001, 20_000])
def test_what_is_refused_stays_a_draft_with_its_receipts(fatima, lina, grant, cents):
    kept(fatima, paper(1))

    with pytest.raises(ClaimTooLarge):
        sent(fatima, lina, grant, cents=cents)

    assert ClaimDraft.objects.get().papers.count() == 1
    assert balance(grant) == 10_000


def test_a_budget_that_ended_meanwhile_is_refused_and_the_draft_stays(fatima, lina, grant):
    kept(fatima, paper(1))
    lapse_grant(grant, by=TESTS, at=NOON)

    with pytest.raises(CannotClaim):
        sent(fatima, lina, grant)

    assert ClaimDraft.objects.get().papers.count() == 1


def test_what_was_not_safe_after_all_is_no_receipt(
    fatima, lina, grant, scanner, kept_files, django_capture_on_commit_callbacks
):
    draft = kept(fatima, paper(1, is_scanned=False))
    unsafe = draft.papers.get().document
    note_verdict(unsafe, Verdict("EICAR"), by=TESTS, at=NOON)

    with pytest.raises(ReceiptMissing):
        sent(fatima, lina, grant)
    with django_capture_on_commit_callbacks(execute=True):
        claim = sent(fatima, lina, grant, receipts=[paper(2)])

    assert claim.papers.count() == Document.objects.count() == 1


def test_a_photo_is_taken_away_with_its_file(
    fatima, neighbours, kept_files, django_capture_on_commit_callbacks
):
    first, second = kept(fatima, paper(1), paper(2)).papers.all()
    (neighbour,) = neighbours(1)

    with django_capture_on_commit_callbacks(execute=True):
        remove_receipt(neighbour, first.document_id, by=neighbour.actor, at=NOON)
        assert files_in(kept_files) == 2
        remove_receipt(fatima, first.document_id, by=fatima.actor, at=NOON)
        remove_receipt(fatima, first.document_id, by=fatima.actor, at=NOON)

    assert ClaimDraftPaper.objects.get() == second
    assert files_in(kept_files) == 1


def test_thrown_away_nothing_is_left(fatima, kept_files, django_capture_on_commit_callbacks):
    kept(fatima, paper(1), paper(2))

    with django_capture_on_commit_callbacks(execute=True):
        drop_draft(fatima, by=fatima.actor, at=NOON)
        drop_draft(fatima, by=fatima.actor, at=NOON)

    assert not ClaimDraft.objects.exists()
    assert not Document.objects.exists()
    assert files_in(kept_files) == 0


def test_on_the_30th_day_it_is_there_and_on_the_31st_it_and_its_files_are_gone(
    fatima, kept_files, django_capture_on_commit_callbacks
):
    last_second = start_of(TODAY + timedelta(days=1)) - timedelta(seconds=1)
    draft = kept(fatima, paper(1), at=last_second)
    assert draft.last_day == TODAY + timedelta(days=30)
    assert forget_claim_drafts(TODAY + timedelta(days=30), by=TESTS, at=NOON) == 0
    assert files_in(kept_files) == 1

    with django_capture_on_commit_callbacks(execute=True):
        assert forget_claim_drafts(TODAY + timedelta(days=31), by=TESTS, at=NOON) == 1

    assert not ClaimDraft.objects.exists()
    assert not Document.objects.exists()
    assert files_in(kept_files) == 0


def test_the_night_of_one_municipality_forgets_nothing_of_another(fatima, buren):
    kept(fatima)

    with within(buren):
        assert forget_claim_drafts(TODAY + timedelta(days=99), by=TESTS, at=NOON) == 0

    assert ClaimDraft.objects.exists()
