"""Papers in the vault: judged as every document is, sealed, and really gone when taken away."""

import pytest

from plein.audit.models import Look
from plein.documents.judging import MEGABYTE, FileHasPrograms, FileNotKnown, FileTooLarge
from plein.vault.access import NotYourVault
from plein.vault.actions.papers import (
    MOST_MEGABYTES,
    MOST_PAPERS,
    NotForPapers,
    TooManyPapers,
    add_paper,
    remove_paper,
)
from plein.vault.kept_papers import list_papers, open_paper
from plein.vault.models import Paper
from tests.cast import NOON

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


@pytest.fixture
def keep_paper(vault, katja):
    def put(content=PDF, name="huurcontract.pdf", element="huurcontract"):
        return add_paper(vault, element, name, content, by=katja, at=NOON)

    return put


def test_a_paper_comes_back_as_it_was_and_the_log_says_so(keep_paper, vault, katja):
    paper = keep_paper()

    (listed,) = list_papers(vault, "huurcontract", by=katja, at=NOON)

    assert (listed.name, listed.ending) == ("huurcontract", "pdf")
    assert open_paper(paper, by=katja, at=NOON) == PDF
    assert Look.objects.filter(subject=katja.pk, elements=["huurcontract"]).count() == 2


@pytest.mark.parametrize(
    ("upload", "refusal"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", FileNotKnown),
        (PDF.replace(b"<< >> endobj", b"<< /S /JavaScript >> endobj"), FileHasPrograms),
        (PDF + b"0" * MOST_MEGABYTES * MEGABYTE, FileTooLarge),
    ],
)
def test_what_is_not_a_paper_is_refused_and_not_kept(keep_paper, upload, refusal):
    with pytest.raises(refusal):
        keep_paper(upload)

    assert not Paper.objects.exists()


def test_the_bytes_lie_sealed(keep_paper):
    keep_paper()
    kept = Paper.objects.get()

    assert PDF not in bytes(kept.sealed)
    assert b"huurcontract" not in bytes(kept.name_sealed)


def test_what_is_taken_away_is_really_gone(keep_paper, vault, katja):
    remove_paper(keep_paper(), by=katja, at=NOON)

    assert Paper.objects.count() == 0
    assert list_papers(vault, "huurcontract", by=katja, at=NOON) == []


def test_a_neighbour_opens_nothing(keep_paper, vault, fatima):
    paper = keep_paper()

    with pytest.raises(NotYourVault):
        open_paper(paper, by=fatima, at=NOON)
    with pytest.raises(NotYourVault):
        list_papers(vault, "huurcontract", by=fatima, at=NOON)


def test_there_is_room_for_twelve(keep_paper):
    for _number in range(MOST_PAPERS):
        keep_paper()

    with pytest.raises(TooManyPapers):
        keep_paper()


def test_a_value_that_is_no_paper_takes_none(keep_paper):
    with pytest.raises(NotForPapers):
        keep_paper(element="ww_bruto")
