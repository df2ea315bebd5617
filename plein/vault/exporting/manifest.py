"""manifest.json: what is in the ZIP, signed by the municipality, so that a change shows.

An object with `version`, `municipality`, `host`, `made_at`, `files` ({name: SHA-256 in hex}) and
`jws`: a compact JWS (RFC 7515, ES256) over all the rest, with the key that also signs receipts.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from plein.tenants.models import Municipality
from plein.vault.receipts import signed

NAME = "manifest.json"
TYPE = "plein-manifest+jws"
MOST_BYTES = 100 * 1024 * 1024  # of one file, opened: a ZIP that is a bomb is not for us


class NotAnExport(Exception):
    """A file that is not a ZIP of Plein at all; the text says why."""


def manifest_of(
    files: Mapping[str, bytes], municipality: Municipality, *, at: datetime
) -> dict[str, Any]:
    record = {
        "version": 1,
        "municipality": municipality.name,
        "host": municipality.host,
        "made_at": at.astimezone(UTC).isoformat(),
        "files": {name: sha256(content).hexdigest() for name, content in files.items()},
    }
    return record | {"jws": signed(record, kind=TYPE, at=at)}


def problems(package: bytes, keys: dict[str, Any]) -> list[str]:
    """What does not fit, in words; empty when the ZIP is whole and really of who has these keys.

    Needs no database and no network. Raises `NotAnExport`.
    """
    files = _files(package)
    try:
        manifest = json.loads(files.pop(NAME))
        signature = manifest.pop("jws")
        known = KeySet.import_key_set(keys)  # type: ignore[arg-type]
        token = jws.deserialize_compact(signature, known, ["ES256"])
    except (KeyError, ValueError, AttributeError, TypeError):
        raise NotAnExport("Er zit geen manifest.json in zoals Plein dat maakt.") from None
    except JoseError:
        return ["De handtekening is niet van deze gemeente."]
    if token.headers().get("typ") != TYPE or json.loads(token.payload) != manifest:
        return ["manifest.json is veranderd na het ondertekenen."]
    return list(_differences(files, manifest["files"]))


def _differences(files: dict[str, bytes], signed_files: dict[str, str]) -> list[str]:
    found = [f"{name} ontbreekt." for name in signed_files if name not in files]
    for name, content in files.items():
        if name not in signed_files:
            found.append(f"{name} hoort er niet bij.")
        elif sha256(content).hexdigest() != signed_files[name]:
            found.append(f"{name} is veranderd.")
    return found


def _files(package: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            if any(each.file_size > MOST_BYTES for each in archive.infolist()):
                raise NotAnExport("Een bestand in de ZIP is te groot.")
            return {each.filename: archive.read(each) for each in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        raise NotAnExport("Dit is geen ZIP-bestand.") from None
