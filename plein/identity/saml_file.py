"""The file with which an administrator connects a municipality over SAML."""

from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext_lazy as _

from plein.gateways.digid.saml_settings import SamlSettings
from plein.kernel.refusal import Refusal

_OURS = {"acs_url", "minimum_level"}  # the address of the municipality, and the option --level
_KNOWN = {field.name: field for field in fields(SamlSettings) if field.name not in _OURS}
_NEEDED = {name for name, field in _KNOWN.items() if field.default is MISSING}


class FileNotReadable(Refusal):
    message = _("{file} is er niet, of is geen YAML met namen en waarden.")


class FileIncomplete(Refusal):
    message = _("In {file} ontbreekt: {names}.")


class FileNotUnderstood(Refusal):
    message = _("Deze namen in {file} kennen wij niet: {names}.")


def read_saml_file(file: Path) -> dict[str, Any]:
    """The fields of `SamlSettings`, as they are in the file. Raises one of the refusals above."""
    try:
        given = yaml.safe_load(file.read_text())
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        raise FileNotReadable(file=file.name) from None
    if not isinstance(given, dict):
        raise FileNotReadable(file=file.name)
    if missing := _NEEDED - {name for name, value in given.items() if value}:
        raise FileIncomplete(file=file.name, names=", ".join(sorted(missing)))
    if unknown := given.keys() - _KNOWN.keys():
        raise FileNotUnderstood(file=file.name, names=", ".join(sorted(map(str, unknown))))
    return given
