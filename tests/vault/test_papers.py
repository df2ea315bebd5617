"""Papers in the vault: judged by what they are, sealed, and really gone when taken away."""

from io import BytesIO

import pytest
from PIL import Image
from plein.vault.papers import MOST_BYTES, NotAPaper, PaperHasPrograms, PaperTooLarge, read_paper

from plein.audit.models import Look
from plein.vault.access import NotYourVault
from plein.vault.actions.papers import (
    MOST_PAPERS,
    NotForPapers,
    TooManyPapers,
    add_paper,
    plain_name,
    remove_paper,
)
from plein.vault.kept_papers import list_papers, open_paper
from plein.vault.models import Paper
from tests.cast import NOON

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def photo(form: str = "JPEG", size: tuple[int, int] = (60, 40)) -> bytes:
    out = BytesIO()
    picture = Image.new("RGB", size, "white")
    exif = picture.getexif()
    exif[0x010E] = "thuis bij Katja"  # a description that came along
    picture.save(out, form, exif=exif)
    return out.getvalue()


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


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_drawn_anew_without_what_came_along(form):
    paper = read_paper(photo(form))

    assert paper.ending == "jpg"
    assert b"thuis bij Katja" not in paper.content
    assert Image.open(BytesIO(paper.content)).size == (60, 40)


@pytest.mark.parametrize(
    ("upload", "refusal"),
    [
        (b"", NotAPaper),
        (b"MZ\x90\x00", NotAPaper),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", NotAPaper),
        (b"<html><script>alert(1)</script></html>", NotAPaper),
        (b"GIF89a" + PDF, NotAPaper),
        (b"PK\x03\x04" + b"0" * 40, NotAPaper),
        (b"%PDF-1.7 without an end", NotAPaper),
        (PDF.replace(b"<< >> endobj", b"<< /OpenAction << /S /JavaScript >> >>"), PaperHasPrograms),
        (PDF.replace(b"<< >> endobj", b"<< /Type /EmbeddedFile >>"), PaperHasPrograms),
        (PDF + b"0" * MOST_BYTES, PaperTooLarge),
    ],
)
def test_what_is_not_a_paper_is_refused_kindly(upload, refusal):
    with pytest.raises(refusal):
        read_paper(upload)


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


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("contract.pdf", "contract"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Katja\\brief.jpg", "brief"),
        ("\u202efdp.exe", "fdp"),
        ("", "papier"),
        ("a" * 200 + ".pdf", "a" * 80),
    ],
)
def test_a_name_is_only_a_name(name, plain):
    assert plain_name(name) == plain
