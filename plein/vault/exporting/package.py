"""The ZIP itself: one file to read, one for a machine, and one that guards both."""

import io
import json
import zipfile
from datetime import datetime
from typing import Any

from plein.kernel.clock import AMSTERDAM
from plein.tenants.scope import current
from plein.vault.exporting.contents import everything
from plein.vault.exporting.manifest import NAME, manifest_of
from plein.vault.exporting.pdf import pdf_of
from plein.vault.models import Vault


def package_of(vault: Vault, *, at: datetime) -> bytes:
    """Reads the whole vault, with its line in the log. Not in a transaction: see `gate.read`."""
    found = everything(vault, at=at)
    files = {"inzage.pdf": pdf_of(found), "inzage.json": _written(found)}
    files[NAME] = _written(manifest_of(files, current(), at=at))
    return _zipped(files, at)


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
