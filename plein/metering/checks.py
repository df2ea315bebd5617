"""A system check: an installation with a tariff that nobody can read does not start."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Error
from yaml import YAMLError

from plein.metering.tariff import EXAMPLE, read_tariff


def check_tariff(**_: Any) -> list[Error]:
    file = Path(settings.TARIFF or EXAMPLE)
    try:
        read_tariff(file)
    except (OSError, YAMLError, ValueError) as problem:
        hint = f"Compare it with {EXAMPLE.name} in plein/metering."
        return [Error(f"{file}: {problem}", hint=hint, id="metering.E001")]
    return []
