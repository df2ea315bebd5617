"""The ZIP itself: one file to read, one for a machine, the papers, and one that guards them all."""

import io
import json
import zipfile
from datetime import datetime
from typing import Any

from plein.documents.opening import Taken, take_documents
from plein.kernel.clock import AMSTERDAM
from plein.kernel.dutch import dutch
from plein.tenants.scope import current
from plein.vault.exporting.contents import TAKING, everything
from plein.vault.exporting.manifest import NAME, manifest_of
from plein.vault.exporting.pdf import pdf_of
from plein.vault.exporting.sections import moment
from plein.vault.kept_papers import Listed, take_papers
from plein.vault.models import Vault


@dutch()
def package_of(vault: Vault, *, at: datetime) -> bytes:
    """Reads the whole vault, with its line in the log. Not in a transaction: see `gate.read`."""
    owner = vault.resident
    papers = _named(take_papers(vault, by=owner, at=at))
    sent = _sent(take_documents(owner, purpose=TAKING, by=owner.actor, at=at))
    found = everything(
        vault,
        papers=[_row(*each) for each in papers.items()],
        documents=[_document_row(*each) for each in sent.items()],
        at=at,
    )
    files = {"inzage.pdf": pdf_of(found), "inzage.json": _written(found)}
    files |= {file: content for file, (_paper, content) in papers.items()}
    files |= {file: taken.content for file, taken in sent.items()}
    files[NAME] = _written(manifest_of(files, current(), at=at))
    return _zipped(files, at)


def _named(papers: list[tuple[Listed, bytes]]) -> dict[str, tuple[Listed, bytes]]:
    """By the name of its file: what the resident called it may be no name of a file at all."""
    return {
        f"papieren/{number:03d}-{paper.element}.{paper.ending}": (paper, content)
        for number, (paper, content) in enumerate(papers, 1)
    }


def _row(file: str, kept: tuple[Listed, bytes]) -> dict[str, Any]:
    paper = kept[0]
    return {
        "file": file,
        "element": paper.element,
        "name": paper.name,
        "added_at": moment(paper.added_at),
        "size": paper.size,
    }


def _sent(documents: list[Taken]) -> dict[str, Taken]:
    return {
        f"aanvragen/{number:03d}.{taken.document.ending}": taken
        for number, taken in enumerate(documents, 1)
    }


def _document_row(file: str, taken: Taken) -> dict[str, Any]:
    document = taken.document
    return {
        "file": file,
        "name": taken.name,
        "direction": document.direction,
        "received_at": moment(document.received_at),
        "size": document.size,
    }


def _written(found: dict[str, Any]) -> bytes:
    return json.dumps(found, ensure_ascii=False, indent=2).encode()


def _zipped(files: dict[str, bytes], at: datetime) -> bytes:
    to, moment = io.BytesIO(), at.astimezone(AMSTERDAM).timetuple()[:6]
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            line = zipfile.ZipInfo(name, moment)
            line.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(line, content)
    return to.getvalue()
