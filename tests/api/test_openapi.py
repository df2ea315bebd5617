"""The description of each interface: true, for everybody, and good by the NL GOV rules."""

import json
import re

import pytest
import yaml
from django.core.validators import validate_email
from django.test import Client
from django.urls import get_resolver

from plein.api.apis import APIS, TASKS
from tests.api.contract import LINTER, contract
from tests.web.test_policies import patterns

pytestmark = pytest.mark.usefixtures("emmen")
ALL = pytest.mark.parametrize("api", APIS, ids=lambda api: api.name)


def described(api, form="json"):
    answer = Client(HTTP_HOST="emmen.localhost").get(f"{api.root}/openapi.{form}")
    assert answer.status_code == 200
    return json.loads(answer.content) if form == "json" else yaml.safe_load(answer.content)


@ALL
def test_it_is_the_same_in_json_and_in_yaml_and_open_to_every_page(api):
    answer = Client(HTTP_HOST="emmen.localhost").get(f"{api.root}/openapi.json")

    assert described(api) == described(api, "yaml")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["API-version"] == api.version == described(api)["info"]["version"]


@ALL
def test_it_describes_every_address_and_no_other(api):
    routes = [path for path, _entry in patterns(get_resolver("plein.api.urls"))]
    mine = {path.removeprefix(api.root[1:]) for path in routes if path.startswith(api.root[1:])}
    mine.remove("/openapi.<slug:form>")

    def without_names(paths):
        return sorted(re.sub(r"<[^>]+>|{[^}]+}", "{}", path) for path in paths)

    assert without_names(described(api)["paths"]) == without_names(mine)


@ALL
def test_every_parameter_that_it_names_is_known(api, portal, case_type):
    for path, item in described(api)["paths"].items():
        if "get" not in item or "{" in path:
            continue
        names = [each["name"] for each in item["get"]["parameters"] if each["in"] == "query"]
        answer = portal.get(f"{api.root}{path}", dict.fromkeys(names, "\0"))
        wrong = answer.json().get("invalidParams", [])
        assert [each for each in wrong if each["code"] == "unknown-parameters"] == []


def operations(document):
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def resolved(document, schema):
    name = schema["$ref"].removeprefix("#/components/schemas/")
    return document["components"]["schemas"][name]


def rule(name) -> dict:
    return contract(LINTER)["rules"][name]


@ALL
def test_the_structure_is_sound(api):
    """The rules of Spectral for OpenAPI that need no schema: ids, tags, servers and paths."""
    document = described(api)
    ids = [operation["operationId"] for _path, _method, operation in operations(document)]
    tags = [tag["name"] for tag in document["tags"]]

    assert rule("operation-operationId-unique") == rule("path-params") == "error"
    assert len(ids) == len(set(ids))
    assert len(tags) == len(set(tags))
    assert document["servers"]
    for path, _method, operation in operations(document):
        named = [each["name"] for each in operation["parameters"] if each["in"] == "path"]
        assert sorted(named) == sorted(re.findall(r"{(\w+)}", path))
        assert not path.endswith("/")


@ALL
def test_version_server_contact_and_method_are_as_the_rules_ask(api):
    document = described(api)
    semver = rule("nlgov:semver")["then"]["functionOptions"]["match"]
    major = rule("nlgov:include-major-version-in-uri")["then"]["functionOptions"]["match"]
    contact = rule("nlgov:info-contact-fields-exist")["then"]["functionOptions"]["schema"]
    methods = rule("nlgov:http-methods")["then"]["functionOptions"]["match"].split("|")

    assert re.match(
        rule("nlgov:openapi3")["then"]["functionOptions"]["match"].replace(r"(.\d", r"(\.\d"),
        document["openapi"],
    )
    assert re.match(semver, document["info"]["version"])
    assert all(re.search(major, server["url"]) for server in document["servers"])
    assert set(contact["required"]) <= document["info"]["contact"].keys()
    assert all(document["info"]["contact"].values())
    validate_email(document["info"]["contact"]["email"])
    assert {method for _path, method, _operation in operations(document)} <= set(methods)


@ALL
def test_paths_are_kebab_case(api):
    match = rule("nlgov:paths-kebab-case")["then"]["functionOptions"]["match"]

    assert [path for path in described(api)["paths"] if not re.match(match, path)] == []


def test_query_keys_of_our_own_interface_are_camel_case():
    """Those of ZGW are not: the standard itself breaks this rule."""
    match = rule("nlgov:query-keys-camel-case")["then"]["functionOptions"]["match"]

    for _path, _method, operation in operations(described(TASKS)):
        query = [each["name"] for each in operation["parameters"] if each["in"] == "query"]
        assert [name for name in query if not re.match(match, name)] == []


@ALL
def test_every_answer_has_a_version_and_every_no_is_a_problem(api):
    document = described(api)
    members = rule("nlgov:problem-schema-members")["then"]["functionOptions"]["schema"]
    needed = set(members["properties"]["properties"]["required"])

    for _path, method, operation in operations(document):
        for status, response in operation["responses"].items():
            assert "API-version" in response["headers"]
            if status >= "400":
                schema = response["content"]["application/problem+json"]["schema"]
                assert needed <= resolved(document, schema)["properties"].keys()
        assert (method == "get" and not operation["parameters"]) or "400" in operation["responses"]


@ALL
def test_each_reference_of_its_own_leads_somewhere(api):
    document = described(api)
    refs = re.findall(r"\"#/components/(\w+)/([\w-]+)\"", json.dumps(document))

    assert refs
    assert [ref for ref in refs if ref[1] not in document["components"][ref[0]]] == []
    assert re.findall(r'"format": "(date-time-local|time)"', json.dumps(document)) == []
