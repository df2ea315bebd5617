"""Does an answer fit the contract of others? The part of JSON Schema that these contracts use."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
import yaml

from plein.config.environment import ROOT

FOLDERS = (ROOT.parent / "shared" / "contracts", Path("/work/shared/contracts"))
ZAKEN, CATALOGI = "zgw/zaken-1.5.1.yaml", "zgw/catalogi-1.3.1.yaml"
TAKEN, LINTER = "mijn-taken/openapi.yaml", "nl-gov-api-rules/linter.yaml"
KINDS = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}


@cache
def contract(name: str) -> dict[str, Any]:
    for folder in FOLDERS:
        if (folder / name).exists():
            return yaml.load((folder / name).read_text(), yaml.CSafeLoader)
    pytest.skip(f"the contract {name} is not beside the project, in ../shared/contracts")


def problems(value: Any, schema_name: str, contract_name: str) -> list[str]:
    schema = {"$ref": f"#/components/schemas/{schema_name}"}
    return list(_problems(value, schema, contract_name, schema_name))


def _problems(value: Any, schema: dict[str, Any], source: str, at: str) -> Iterator[str]:
    if schema.get("$ref", "").endswith("/EmptyObject"):
        if value != {}:  # the contract means empty, and forgets to say so
            yield f"{at}: is not empty"
    elif "$ref" in schema:
        yield from _problems(value, *_followed(schema["$ref"], source), at)
    elif value is not None or not schema.get("nullable"):
        yield from _choice_problems(value, schema, source, at)
        yield from _plain_problems(value, schema, at)
        yield from _part_problems(value, schema, source, at)


def _choice_problems(value: Any, schema: dict[str, Any], source: str, at: str) -> Iterator[str]:
    for part in schema.get("allOf", []):
        yield from _problems(value, part, source, at)
    if choices := schema.get("oneOf"):
        fitting = [each for each in choices if not list(_problems(value, each, source, at))]
        if len(fitting) != 1:
            yield f"{at}: fits {len(fitting)} of {len(choices)} choices"
    if "not" in schema and not list(_problems(value, schema["not"], source, at)):
        yield f"{at}: is what it may not be"


def _part_problems(value: Any, schema: dict[str, Any], source: str, at: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (
            f"{at}.{name}: is missing" for name in schema.get("required", []) if name not in value
        )
        for name, part in schema.get("properties", {}).items():
            if name in value:
                yield from _problems(value[name], part, source, f"{at}.{name}")
    if isinstance(value, list) and "items" in schema:
        for number, each in enumerate(value):
            yield from _problems(each, schema["items"], source, f"{at}[{number}]")


def _followed(ref: str, source: str) -> tuple[dict[str, Any], str]:
    """Zaken points to Catalogi by its address on the web; we have that one here."""
    address, _hash, place = ref.partition("#")
    source = CATALOGI if "/ztc/" in address else source
    found = contract(source)
    for part in place.strip("/").split("/"):
        found = found[part]
    return found, source


def _plain_problems(value: Any, schema: dict[str, Any], at: str) -> Iterator[str]:
    kind = schema.get("type")
    if kind and not (
        isinstance(value, KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool))
    ):
        yield f"{at}: {value!r} is no {kind}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']}"
    if isinstance(value, str):
        yield from _text_problems(value, schema, at)
    if schema.get("uniqueItems") and len(set(map(str, value))) != len(value):
        yield f"{at}: something stands in it twice"
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get(
        "maximum", value
    ):
        yield f"{at}: {value} is too much or too little"


def _text_problems(value: str, schema: dict[str, Any], at: str) -> Iterator[str]:
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{at}: {value!r} is too short or too long"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    reader = FORMATS.get(schema.get("format", ""))
    try:
        if reader and not reader(value):
            raise ValueError
    except ValueError:
        yield f"{at}: {value!r} is no {schema['format']}"


def _uri(value: str) -> bool:
    """An empty one says "not known", as the reference implementation writes it."""
    return value == "" or bool(urlsplit(value).scheme and urlsplit(value).path)


FORMATS = {
    "uri": _uri,
    "uuid": UUID,
    "date": date.fromisoformat,
    "date-time": lambda value: datetime.fromisoformat(value).tzinfo,
    "duration": lambda value: re.fullmatch(r"P(\d+Y)?(\d+M)?(\d+D)?", value),
}
