"""The OpenAPI document of an interface, from the table of what can be asked of it."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from plein.api.apis import BUDGETS, Api
from plein.api.door import CRS
from plein.api.operations import FILE, OPERATIONS, Operation
from plein.tenants.models import Municipality

READ_ONLY = (
    "U kunt hier alleen lezen: op elk ander werkwoord is het antwoord 405. Stuur bij elke vraag "
    "een JWT mee (HS256, met iss, iat, client_id, user_id en user_representation), hoogstens een "
    "uur oud. Zet in user_id een pseudoniem en nooit een BSN. Elk antwoord over een aanvraag "
    "komt in het logboek dat de inwoner zelf kan lezen."
)
GRANTING = (
    "Voor het eigen systeem van de gemeente: budgetten toekennen, zoals met een CSV-bestand. Alle "
    "toekenningen van een vraag lukken, of geen. Stuur gerust opnieuw: een kenmerk wordt één keer "
    "toegekend. Het BSN staat in de body en nooit in een adres of een antwoord. Stuur bij elke "
    "vraag een JWT mee (HS256, met iss, iat, client_id, user_id en user_representation), hoogstens "
    "een uur oud. In `invalidParams` telt een lijst vanaf 0: `toekenningen.0.bsn`."
)
PLAIN = ("kenmerk",)  # in a path, and no uuid
VERSION = {"API-version": {"$ref": "#/components/headers/API-version"}}


@cache
def _schemas() -> dict[str, Any]:
    with (Path(__file__).parent / "schemas.yaml").open() as file:
        found: dict[str, Any] = yaml.load(file, yaml.CSafeLoader)
    return found


def described(api: Api, host: str, municipality: Municipality) -> dict[str, Any]:
    paths = {each.path: _path(each, api) for each in OPERATIONS[api]}
    return {
        "openapi": "3.0.3",
        "info": {
            "title": f"{api.title} van gemeente {municipality.name}",
            "version": api.version,
            "description": GRANTING if api is BUDGETS else READ_ONLY,
            "contact": {
                "name": f"gemeente {municipality.name}",
                "url": f"{host}/hulp/",
                "email": settings.DEFAULT_FROM_EMAIL,
            },
        },
        "servers": [{"url": f"{host}{api.root}"}],
        "tags": [{"name": api.name}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "headers": {"API-version": {"schema": {"type": "string", "example": api.version}}},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            },
            "schemas": {name: _schemas()[name] for name in _own_names(paths)},
        },
    }


def _own_names(described: Any) -> list[str]:
    """Of our own schemas those that are named in it, and those that these name."""
    found: list[str] = []
    waiting = [described]
    while waiting:
        for name in re.findall(r"'#/components/schemas/(\w+)'", str(waiting.pop())):
            if name not in found:
                found.append(name)
                waiting.append(_schemas()[name])
    return sorted(found)


def _path(each: Operation, api: Api) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": each.name,
        "summary": each.says,
        "tags": [api.name],
        "parameters": [*_in_path(each), *_in_query(each), *_in_headers(each)],
        "responses": _responses(each, api),
    }
    if each.body:
        operation["requestBody"] = {"required": True, "content": _json({"$ref": each.body})}
    return {"post" if each.body else "get": operation}


def _in_path(each: Operation) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)}", each.path)
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string"} | ({} if name in PLAIN else {"format": "uuid"}),
        }
        for name in names
    ]


def _in_query(each: Operation) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "query",
            "schema": {"type": "integer", "minimum": 1} if name == "page" else {"type": "string"},
        }
        for name in each.query
    ]


def _in_headers(each: Operation) -> list[dict[str, Any]]:
    names = ["Accept-Crs", *(["Content-Crs"] if each.body else [])] if each.has_crs else []
    schema = {"type": "string", "enum": [CRS]}
    return [{"name": name, "in": "header", "required": True, "schema": schema} for name in names]


def _responses(each: Operation, api: Api) -> dict[str, Any]:
    content = _content(each)
    refused = {
        400: "De vraag is ongeldig",
        api.refused: "Het token klopt niet",
        403: "Geen recht",
        429: "Te vaak een verkeerd token",
    }
    if "{" in each.path:
        refused[404] = "Niet gevonden"
    if each.may_conflict:
        refused[409] = "Nu niet mogelijk: de pot is te klein, of de regeling is niet open"
    if each.has_crs:
        refused |= {406: "Ander CRS", 412: "Geen CRS"} | ({415: "Ander CRS"} if each.body else {})
    return {
        "200": {"description": "Het antwoord", "headers": VERSION, "content": content},
        **{str(status): _problem(words) for status, words in sorted(refused.items())},
    }


def _content(each: Operation) -> dict[str, Any]:
    if each.answer == FILE:
        return {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    schema: dict[str, Any] = {"$ref": each.answer}
    return _json({"type": "array", "items": schema} if each.is_array else schema)


def _problem(words: str) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Probleem"}}}
    return {"description": words, "headers": VERSION, "content": content}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
