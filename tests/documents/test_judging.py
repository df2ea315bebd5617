"""A file is what is in it: we draw it anew, look into it, or kindly refuse it."""

import zipfile
from io import BytesIO

import pytest
from PIL import Image

from plein.documents.judging import (
    MEGABYTE,
    MOST_MEGABYTES,
    MOST_PAGES,
    FileHasPassword,
    FileHasPrograms,
    FileIsEmpty,
    FileNotKnown,
    FileTooLarge,
    PhotoNeedsJpeg,
    TooManyPages,
    judge,
)
from plein.documents.naming import plain_name
from plein.documents.pdf import MOST_UNPACKED
from plein.kernel.photos import PhotoTooDetailed
from tests.documents.files import EICAR, heic, packed, pdf, photo

JAVASCRIPT = b"<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"


def archive() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("bom.txt", b"0" * MEGABYTE)
    return out.getvalue()


def bomb() -> bytes:
    """A picture of some kilobytes that grows to 225 million points."""
    out = BytesIO()
    Image.new("1", (15_000, 15_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_drawn_anew_without_what_came_along(form):
    judged = judge(photo(form))

    assert judged.ending == "jpg"
    assert b"thuis bij Katja" not in judged.content
    assert Image.open(BytesIO(judged.content)).size == (60, 40)


def test_a_photo_keeps_nothing_that_hangs_on_behind_it():
    judged = judge(photo() + archive() + EICAR)

    assert b"PK\x03\x04" not in judged.content
    assert EICAR not in judged.content


@pytest.mark.parametrize("content", [b"", b"\r\n", b" \0"])
def test_an_honest_pdf_is_kept_as_it_is(content):
    upload = pdf(b"<< /Type /Page >>", packed(b"<< /Type /Page >>")) + content

    judged = judge(upload)

    assert (judged.ending, judged.content) == ("pdf", upload)


@pytest.mark.parametrize(
    ("upload", "refusal"),
    [
        pytest.param(b"", FileIsEmpty, id="nothing"),
        pytest.param(b"MZ\x90\x00", FileNotKnown, id="a program"),
        pytest.param(b"<svg><script>alert(1)</script></svg>", FileNotKnown, id="svg"),
        pytest.param(b"<html><script>alert(1)</script></html>", FileNotKnown, id="html"),
        pytest.param(b"GIF89a" + pdf(), FileNotKnown, id="gif with a pdf in it"),
        pytest.param(archive(), FileNotKnown, id="zip"),
        pytest.param(EICAR, FileNotKnown, id="eicar"),
        pytest.param(photo()[:200], FileNotKnown, id="half a photo"),
        pytest.param(heic(), PhotoNeedsJpeg, id="heic"),
        pytest.param(bomb(), PhotoTooDetailed, id="picture bomb"),
        pytest.param(b"%PDF-1.7 without an end", FileNotKnown, id="half a pdf"),
        pytest.param(pdf(after=archive()), FileNotKnown, id="pdf with a zip behind it"),
        pytest.param(
            pdf()[:-7] + archive() + b"\n%%EOF\n", FileNotKnown, id="pdf with a zip in it"
        ),
        pytest.param(pdf(JAVASCRIPT), FileHasPrograms, id="javascript"),
        pytest.param(pdf(b"<< /S /J#61vaScript >>"), FileHasPrograms, id="javascript in disguise"),
        pytest.param(pdf(packed(JAVASCRIPT)), FileHasPrograms, id="javascript packed"),
        pytest.param(
            pdf(b"% stream\n", packed(JAVASCRIPT)), FileHasPrograms, id="javascript behind a feint"
        ),
        pytest.param(pdf(b"<< /Type /EmbeddedFile >>"), FileHasPrograms, id="a file in it"),
        pytest.param(pdf(b"<< /XFA [ 1 0 R ] >>"), FileHasPrograms, id="xfa"),
        pytest.param(pdf(b"<< /Encrypt 4 0 R >>"), FileHasPassword, id="password"),
        pytest.param(
            pdf(packed(b"x", b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>")),
            FileNotKnown,
            id="packed in disguise",
        ),
        pytest.param(
            pdf(b"<< /Type /ObjStm /Filter /LZWDecode >> stream\nxyz\nendstream"),
            FileNotKnown,
            id="packed in another way",
        ),
        pytest.param(pdf(packed(b"0" * (MOST_UNPACKED + 1))), FileTooLarge, id="pdf bomb"),
        pytest.param(pdf(*[b"<< /Type /Page >>"] * (MOST_PAGES + 1)), TooManyPages, id="pages"),
        pytest.param(b"0" * (50 * MEGABYTE), FileTooLarge, id="50 MB"),
        pytest.param(
            photo().ljust(MOST_MEGABYTES * MEGABYTE + 1, b"0"), FileTooLarge, id="a byte too much"
        ),
    ],
)
def test_what_we_do_not_keep_is_refused_with_what_to_do(upload, refusal):
    with pytest.raises(refusal) as refused:
        judge(upload)

    assert "{" not in str(refused.value)
    assert len(str(refused.value)) > 40


@pytest.mark.parametrize("pages", [1, MOST_PAGES])
def test_a_long_letter_is_still_a_letter(pages):
    assert judge(pdf(*[b"<< /Type /Page >>"] * pages)).ending == "pdf"


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
