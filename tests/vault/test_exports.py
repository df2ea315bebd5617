"""Katja takes everything along: whole, signed, readable for people and machines, for one day."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult
from pypdf import PdfReader

from plein.audit.models import Act, Look
from plein.delivery.actions.contacts import accept_address
from plein.documents.actions.keeping import keep
from plein.documents.models import Direction
from plein.documents.receiving import Received
from plein.tenants.models import SigningPurpose
from plein.tenants.scope import within
from plein.tenants.signing import new_signing_key
from plein.vault.access import NotYourVault
from plein.vault.actions.corrections import report_wrong
from plein.vault.actions.exports import ask_export, fill_export, forget_exports
from plein.vault.actions.papers import add_paper
from plein.vault.actions.statements import state
from plein.vault.catalogue import catalogue
from plein.vault.exporting import contents
from plein.vault.exporting.contents import all_keys, everything
from plein.vault.exporting.making import make_export, queue_export
from plein.vault.exporting.manifest import NotAnExport, problems
from plein.vault.exporting.package import package_of
from plein.vault.exporting.pdf import pdf_of
from plein.vault.exporting.sealed import ExportIsGone, open_export
from plein.vault.gate import read
from plein.vault.granted import GrantAccess
from plein.vault.models import Export
from plein.vault.receipts import public_keys
from tests.cast import NOON
from tests.documents.conftest import kept_files  # noqa: F401 - a fixture of documents
from tests.vault.test_papers import PDF

A_DAY = timedelta(hours=24)


@pytest.fixture
def full(shared, vault, katja, rent_officer, from_source):
    """Older versions, an own statement, a former partner, a grant that was read, a report."""
    from_source(
        at=NOON - timedelta(days=40),
        bri_inkomen=1_700_000,
        kinderen=[{"voornaam": "Evi", "geboortedatum": "2017-04-23"}],
        partner={"voornaam": "Rob"},
    )
    grant = shared()
    from_source(partner=None, bri_inkomen=1_850_000)
    state(vault, "huurtoeslag", 31_000, by=katja, at=NOON)
    read(vault, ["bri_inkomen"], access=GrantAccess(grant, rent_officer), at=NOON)
    report_wrong(
        vault.values.get(element="ww_bruto"), 'Het is "meer" #dan <dit>', by=katja.actor, at=NOON
    )
    return vault


@pytest.fixture
def ready(full, katja):
    export, _ = ask_export(full, by=katja.actor, at=NOON)
    fill_export(export, at=NOON)
    return Export.objects.get()


def unzipped(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files):
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return to.getvalue()


def test_the_zip_has_one_file_to_read_one_for_machines_and_one_that_guards(full):
    files = unzipped(package_of(full, at=NOON))

    assert list(files) == ["inzage.pdf", "inzage.json", "manifest.json"]
    assert files["inzage.pdf"].startswith(b"%PDF-1.")


def test_what_was_sent_with_an_aanvraag_comes_along(full, katja, kept_files):
    for is_scanned in (True, False):
        letter = Received("loonstrook", "pdf", PDF, "", is_scanned=is_scanned)
        keep(katja, letter, direction=Direction.IN, by=katja.actor, at=NOON)

    files = unzipped(package_of(full, at=NOON))

    (row,) = json.loads(files["inzage.json"])["documents"]
    assert (row["file"], row["name"], row["direction"]) == ("aanvragen/001.pdf", "loonstrook", "in")
    assert files["aanvragen/001.pdf"] == PDF
    assert Look.objects.filter(subject=katja.pk, elements=["papier"]).count() == 1


def test_the_papers_come_along_and_are_guarded_too(full, katja):
    for name in ("../../contract", "bijlage.pdf"):
        add_paper(full, "huurcontract", name, PDF, by=katja, at=NOON)

    package = package_of(full, at=NOON)

    files = unzipped(package)
    papers = json.loads(files["inzage.json"])["papers"]
    assert [each["file"] for each in papers] == [
        "papieren/001-huurcontract.pdf",
        "papieren/002-huurcontract.pdf",
    ]
    assert files["papieren/001-huurcontract.pdf"] == PDF
    assert problems(package, public_keys()) == []
    changed = zipped(files | {"papieren/002-huurcontract.pdf": PDF + b" "})
    assert problems(changed, public_keys()) == ["papieren/002-huurcontract.pdf is veranderd."]
    assert Look.objects.filter(elements=["huurcontract"], basis="AVG artikel 15 en 20").count() == 1


def test_the_json_holds_values_with_source_and_day_and_what_stood_there_before(full):
    found = json.loads(unzipped(package_of(full, at=NOON))["inzage.json"])

    values = {(each["element"], each["mode"]): each for each in found["values"]}
    income = values["bri_inkomen", "bron"]
    assert (income["value"], income["source"], income["group"]) == (
        1_850_000,
        "Belastingdienst",
        "geld",
    )
    assert [each["value"] for each in income["earlier"]] == [1_700_000, 1_840_000]
    assert values["huurtoeslag", "eigen_opgave"]["value"] == 31_000
    assert values["ww_bruto", "bron"]["marks"] == ["betwist"]
    assert found["version"] == 1


def test_it_tells_who_looked_with_whom_is_shared_and_what_was_reported(full):
    found = everything(full, at=NOON)

    assert any(look["who"] == "Woonstichting De Es" for look in found["looks"])
    (shared,) = found["shared"]
    assert (shared["recipient"], shared["reads"]) == ("Woonstichting De Es", 1)
    (report,) = found["reports"]
    assert report["says"] == 'Het is "meer" #dan <dit>'
    assert len(found["receipts"]) == 1
    assert found["retention"]["files"][0]["term"] == "10 jaar nadat uw uitkering stopt"


def test_how_they_are_reached_comes_along(full, katja, emmen):
    assert everything(full, at=NOON)["reach"] is None
    accept_address(katja, "katja@inwoner.example", by=katja.actor, at=NOON)

    found = unzipped(package_of(full, at=NOON))

    assert json.loads(found["inzage.json"])["reach"] == {
        "way": "mail",
        "wants_reminders": True,
        "language": "",
        "email": "katja@inwoner.example",
        "devices": 0,
    }
    pages = PdfReader(io.BytesIO(found["inzage.pdf"])).pages
    assert "E-mail: katja@inwoner.example" in "".join(page.extract_text() for page in pages)


def test_the_keys_are_those_that_are_documented(full):
    documented = contents.__doc__

    assert all(f"    {key} " in documented for key in everything(full, at=NOON))


def test_a_former_partner_is_not_in_it_anywhere(full):
    files = unzipped(package_of(full, at=NOON))

    assert b"Rob" not in files["inzage.json"]
    assert "Evi" in files["inzage.json"].decode()


def test_the_bsn_is_not_in_it(full, from_source):
    from_source(bsn="999990032")

    files = unzipped(package_of(full, at=NOON))

    assert b"999990032" not in files["inzage.json"]


def test_making_it_leaves_one_line_with_every_element(full, katja):
    package_of(full, at=NOON)

    line = Look.objects.get(subject=katja.pk, activity="overdragen@1", elements__len__gt=5)
    assert set(line.elements) == set(catalogue().elements) - {"bsn"}
    assert line.basis == "AVG artikel 15 en 20"


def test_the_pdf_is_tagged_and_says_so(full):
    made = pdf_of(everything(full, at=NOON))

    assert b"/StructTreeRoot" in made
    assert b"/Lang" in made
    assert b"pdfuaid:part" in made


def test_an_empty_vault_makes_a_pdf_too(vault):
    assert pdf_of(everything(vault, at=NOON)).startswith(b"%PDF")


@pytest.mark.parametrize(
    "words", ["#panic()", "$x^2$ *dik*", "= Kop\n\n== Nog een", "\\ @label <a>"]
)
def test_words_of_people_are_never_read_as_code(vault, from_source, words):
    from_source(naam_voornamen=words)

    assert pdf_of(everything(vault, at=NOON)).startswith(b"%PDF")


# --- the manifest


def test_a_whole_zip_fits_the_keys_of_the_municipality(full, emmen):
    assert problems(package_of(full, at=NOON), public_keys()) == []


def test_the_keys_of_another_municipality_do_not_fit(full, buren):
    with within(buren):
        new_signing_key(SigningPurpose.RECEIPT, at=NOON)
        theirs = public_keys()

    assert problems(package_of(full, at=NOON), theirs) == [
        "De handtekening is niet van deze gemeente."
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda files: files | {"inzage.json": files["inzage.json"] + b" "}, "is veranderd"),
        (lambda files: files | {"extra.pdf": b"x"}, "hoort er niet bij"),
        (lambda files: {k: v for k, v in files.items() if k != "inzage.pdf"}, "ontbreekt"),
        (
            lambda files: (
                files
                | {"manifest.json": files["manifest.json"].replace(b"2026-11-24", b"2025-11-24")}
            ),
            "na het ondertekenen",
        ),
    ],
)
def test_every_change_shows(full, emmen, change, says):
    files = unzipped(package_of(full, at=NOON))

    (problem,) = problems(zipped(change(files)), public_keys())

    assert says in problem


def test_a_receipt_is_no_manifest(full, emmen):
    """Signed with the same key, and yet about something else."""
    files = unzipped(package_of(full, at=NOON))
    manifest = json.loads(files["manifest.json"]) | {"jws": full.receipts.get().jws}

    found = problems(zipped(files | {"manifest.json": json.dumps(manifest)}), public_keys())

    assert found == ["manifest.json is veranderd na het ondertekenen."]


@pytest.mark.parametrize(
    "package", [b"", b"PK", zipped({"a": b"b"}), zipped({"manifest.json": b"[]"})]
)
def test_something_else_is_no_export(package, emmen):
    with pytest.raises(NotAnExport):
        problems(package, public_keys())


def test_a_zip_with_a_damaged_byte_is_not_whole(full, emmen):
    package = bytearray(package_of(full, at=NOON))
    package[200] ^= 0xFF  # inside the PDF

    with pytest.raises(NotAnExport):
        problems(bytes(package), public_keys())


def test_the_command_checks_without_the_database(full, emmen, tmp_path, capsys):
    (tmp_path / "keys.json").write_text(json.dumps(public_keys()))
    whole = package_of(full, at=NOON)
    (tmp_path / "whole.zip").write_bytes(whole)
    files = unzipped(whole)
    (tmp_path / "changed.zip").write_bytes(zipped(files | {"inzage.json": b"{}"}))

    call_command("verify_export", tmp_path / "whole.zip", keys=tmp_path / "keys.json")
    assert "Dit bestand klopt." in capsys.readouterr().out
    with pytest.raises(CommandError, match="klopt niet"):
        call_command("verify_export", tmp_path / "changed.zip", keys=tmp_path / "keys.json")
    assert "inzage.json is veranderd" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("verify_export", tmp_path / "keys.json", keys=tmp_path / "keys.json")


# --- asking, keeping, fetching


def test_asking_twice_makes_one(full, katja):
    first, is_new = ask_export(full, by=katja.actor, at=NOON)
    again, is_new_again = ask_export(full, by=katja.actor, at=NOON + timedelta(seconds=119))

    assert (first.pk, is_new, is_new_again) == (again.pk, True, False)


def test_one_that_went_wrong_does_not_stand_in_the_way(full, katja):
    first, _ = ask_export(full, by=katja.actor, at=NOON)

    again, is_new = ask_export(full, by=katja.actor, at=NOON + timedelta(minutes=2))

    assert is_new
    assert list(Export.objects.all()) == [again]
    assert again.pk != first.pk


def test_the_job_makes_it_in_the_background(full, katja, emmen):
    export, _ = ask_export(full, by=katja.actor, at=NOON)
    queue_export(export)
    job = DBTaskResult.objects.get()
    assert job.queue_name == "default"

    make_export.call(**job.args_kwargs["kwargs"])

    export.refresh_from_db()
    assert export.state == "klaar"
    assert Act.objects.filter(name="vault.export.made").count() == 1


def test_a_job_for_a_file_that_is_gone_does_nothing(full, katja, emmen):
    export, _ = ask_export(full, by=katja.actor, at=NOON)
    gone = str(export.pk)
    export.delete()

    make_export.call(municipality=emmen.pk, export=gone)

    assert not Export.objects.exists()


def test_it_lies_sealed_and_opens_for_its_resident_with_a_line_in_the_log(ready, katja):
    assert not zipfile.is_zipfile(io.BytesIO(ready.sealed))

    package = open_export(ready, by=katja, at=NOON)

    assert b"inzage.pdf" in package
    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert (line.action, set(line.elements)) == ("meenemen", set(all_keys()))


def test_nobody_else_opens_it(ready, fatima):
    with pytest.raises(NotYourVault):
        open_export(ready, by=fatima, at=NOON)


@pytest.mark.parametrize(("after", "opens"), [(A_DAY - timedelta(seconds=1), True), (A_DAY, False)])
def test_it_is_there_for_a_day(ready, katja, after, opens):
    if opens:
        assert open_export(ready, by=katja, at=NOON + after)
    else:
        with pytest.raises(ExportIsGone):
            open_export(ready, by=katja, at=NOON + after)


def test_the_night_destroys_what_is_over(ready):
    assert forget_exports(at=NOON + A_DAY - timedelta(seconds=1)) == 0
    assert forget_exports(at=NOON + A_DAY) == 1

    assert not Export.objects.exists()
