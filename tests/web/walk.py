"""Every address that takes ids, with the rows that could stand in it."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from itertools import product

from django.apps import apps
from django.test import Client
from django.urls import get_resolver

from tests.web.test_policies import patterns

OURS = (
    "authoring",
    *(
        "appointments",
        "assisted",
        "bylaws",
        "cases",
        "content",
        "delivery",
        "identity",
        "inbox",
        "intake",
        "offers",
    ),
    *("documents", "payments", "policy", "proactive", "starting", "vault", "webshop"),
)
ID = re.compile(r"<uuid:(\w+?)(?:_id)?>")
# What stands for the other parts of an address, such that the page knows it.
WORDS = {
    "bundle": "vrijwilligershulp",
    "group": "geld",
    "answer": "klopt",
    "how": "code",
    "state": "gehouden",
    "step": "geleverd",
    "form": "csv",
}
NAMES = {"taak": "akkoord", "waarom": "verlengen"}  # of an act, by where it stands; else oppakken
# Names in addresses that differ from the table; all others are the last word of its name.
TABLES = {
    "talk": ["conversation"],
    "version": ["productversion"],
    "period": ["schemeperiod"],
    "line": ["basketline", "orderline"],
    "use": ["datause"],
    "showing": ["showing"],
    "operation": ["operation"],
    "session": ["assistedsession"],
    "kind": ["appointmentkind"],
    "credit": ["creditproposal"],
    "follow_up": ["followup"],
    "account": ["payaccount"],
    "run": ["run", "paymentrun"],
    "file": ["runfile", "grantfile"],
    "bank_file": ["bankfile"],
    "signal": ["awardsignal"],
    "limit": ["limitrule"],
    "place": ["waitinggrant"],
    "code": ["activationcode"],
    "document": ["document"],
}
Rows = Mapping[str, str]  # id by name of the table


def rows_of_every_kind() -> dict[str, str]:
    """The first row of every table of a municipality."""
    models = [model for name in OURS for model in apps.get_app_config(name).get_models()]
    owned = [model for model in models if hasattr(model, "municipality_id")]
    found = {model._meta.model_name: model._base_manager.order_by("pk").first() for model in owned}
    return {name: str(row.pk) for name, row in found.items() if row}


def routes(door) -> list[str]:
    """The addresses of a door that take an id, with the words that a page knows."""
    every = [route for route, _entry in patterns(get_resolver(door.urlconf)) if "<uuid:" in route]
    return [f"/{_worded(route)}" for route in every]


def _worded(route: str) -> str:
    place = next((name for part, name in NAMES.items() if f"/{part}/" in route), "oppakken")
    words = {**WORDS, "name": place}
    return re.sub(r"<slug:(\w+)>", lambda match: words.get(match[1], "x"), route)


def fitting(name: str, rows: Rows) -> list[str]:
    """The ids of the tables that this part of an address may be about."""
    tables = TABLES.get(name) or [table for table in rows if table.endswith(name)]
    return [rows[table] for table in tables if table in rows]


def addresses(route: str, rows: Rows) -> Iterator[str]:
    names = ID.findall(route)
    for ids in product(*(fitting(name, rows) for name in names)):
        filled = iter(ids)
        yield ID.sub(lambda _match, filled=filled: next(filled), route)


def answers(client: Client, door, rows: Rows) -> Iterator[tuple[str, int]]:
    """The status of each address with each row that fits, by each method that it takes."""
    for route, send in product(routes(door), (client.get, client.post)):
        for address in addresses(route, rows):
            status = send(address).status_code
            yield address, status
            if status == HTTPStatus.METHOD_NOT_ALLOWED:
                break


def found(client: Client, door, rows: Rows) -> set[tuple[str, int]]:
    """All that is not simply refused."""
    no = {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}
    return {
        (address, status) for address, status in answers(client, door, rows) if status not in no
    }
