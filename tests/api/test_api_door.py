"""Who gets in with software: a fresh token, a right that fits, and reading only."""

import json

import pytest
from django.utils import timezone

from plein.audit.models import Look
from plein.identity.application import Confidentiality, Scope
from plein.identity.applications import Right, end_application
from plein.tenants.scope import within
from tests.api.conftest import CATALOGI, TAKEN, ZAKEN, found, portal_with, token_for
from tests.cast import NOON, TESTS


def now() -> int:
    return int(timezone.now().timestamp())


def with_token(portal, token, path=f"{ZAKEN}/zaken"):
    return portal.client.get(path, headers=portal.headers(Authorization=f"Bearer {token}"))


@pytest.mark.parametrize(
    "changed",
    [
        {"iat": -3601},
        {"iat": 120},
        {"iat": None},
        {"iat": True},
        {"iss": None},
        {"user_id": None},
        {"user_representation": 7},
        {"client_id": "een-ander"},
        {"client_id": None},
    ],
)
def test_a_token_that_is_old_or_not_whole_is_refused(portal, case, changed):
    if type(changed.get("iat")) is int:
        changed = {"iat": now() + changed["iat"]}

    answer = with_token(portal, token_for("portaal", portal.secret, **changed))

    assert answer.status_code == 403
    assert answer.json()["code"] == "permission_denied"


def test_a_token_of_almost_an_hour_is_accepted(portal, case):
    token = token_for("portaal", portal.secret, iat=now() - 3590)

    assert with_token(portal, token).status_code == 200


def test_another_secret_or_a_changed_token_is_refused(portal, bsn_portal, case):
    head, _payload, signature = token_for("portaal", portal.secret).split(".")
    other = token_for("mijn-overheid", bsn_portal.secret)

    for token in (
        token_for("portaal", bsn_portal.secret),
        ".".join((head, other.split(".")[1], signature)),
        "eyJhbGciOiJub25lIn0." + other.split(".")[1] + ".",
        "geen token",
        "é.é.é",
    ):
        assert with_token(portal, token).status_code == 403


@pytest.mark.parametrize(("path", "status"), [(f"{ZAKEN}/zaken", 403), (f"{TAKEN}/taken/", 401)])
def test_without_a_token_nobody_gets_in(portal, case, path, status):
    path = path if path.endswith("zaken") else f"{path}{case.pk}"

    assert portal.client.get(path).status_code == status


def test_an_application_that_ended_is_refused_at_once(portal, case):
    end_application(portal.application, by=TESTS, at=NOON)

    assert portal.get(f"{ZAKEN}/zaken").status_code == 403


def test_the_secret_is_long_and_stands_nowhere_readable(portal):
    assert len(portal.secret) >= 32
    assert portal.secret.encode() not in bytes(portal.application.secret_sealed)
    assert portal.application.secret() == portal.secret.encode()


def test_another_scope_opens_nothing_else(emmen, case):
    only_types = portal_with([Right(Scope.CATALOGUE, "", Confidentiality.CASE)])

    assert only_types.get(f"{ZAKEN}/zaken").status_code == 403
    assert only_types.post(f"{TAKEN}/context/zoek", {"klantId": "x"}).status_code == 403
    assert only_types.get(f"{CATALOGI}/zaaktypen").status_code == 200
    assert not Look.objects.exists()


@pytest.mark.parametrize(
    ("right", "is_seen"),
    [
        (Right(Scope.CASES, "individuele_inkomenstoeslag", Confidentiality.CASE), True),
        (Right(Scope.CASES, "bijzondere_bijstand", Confidentiality.CASE), False),
        (Right(Scope.CASES, "", Confidentiality.INTERNAL), False),
        (Right(Scope.CASES, "", Confidentiality.SECRET), True),
    ],
)
def test_a_list_leaves_out_what_one_case_refuses(emmen, case, right, is_seen):
    portal = portal_with([right])
    zaak = f"{ZAKEN}/zaken/{case.pk}"
    status = case.changes.get().pk

    assert found(portal.get(f"{ZAKEN}/zaken")) == ([case.number] if is_seen else [])
    for path in (zaak, f"{zaak}/zaakeigenschappen", f"{ZAKEN}/statussen/{status}"):
        assert portal.get(path).status_code == (200 if is_seen else 403)
    for path in ("statussen", "rollen"):
        assert portal.get(f"{ZAKEN}/{path}").json()["count"] == int(is_seen)


def test_another_municipality_knows_neither_the_application_nor_the_case(portal, case, buren):
    with within(buren):
        theirs = portal_with([Right(Scope.CASES, "", Confidentiality.CASE)], host="buren.localhost")
    portal.client.defaults["HTTP_HOST"] = "buren.localhost"

    assert portal.get(f"{ZAKEN}/zaken").status_code == 403
    assert found(theirs.get(f"{ZAKEN}/zaken")) == []
    assert theirs.get(f"{ZAKEN}/zaken/{case.pk}").status_code == 404
    assert theirs.get(f"{ZAKEN}/statussen").json()["count"] == 0


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_writing_is_answered_with_405_and_why(portal, case, method):
    path = f"{ZAKEN}/zaken" if method == "post" else f"{ZAKEN}/zaken/{case.pk}"

    answer = getattr(portal.client, method)(path, headers=portal.headers())

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert "alleen om te lezen" in answer.json()["detail"]


def test_without_a_crs_412_and_with_another_406_or_415(portal, case):
    path, other = f"{ZAKEN}/zaken/{case.pk}", "EPSG:28992"
    bare = {"Authorization": portal.headers()["Authorization"]}
    half = bare | {"Accept-Crs": "EPSG:4326"}
    search = {"path": f"{ZAKEN}/zaken/_zoek", "data": {}, "content_type": "application/json"}

    assert portal.client.get(path, headers=bare).status_code == 412
    assert portal.get(path, **{"Accept-Crs": other}).status_code == 406
    assert portal.client.post(**search, headers=half).status_code == 412
    assert portal.post(search["path"], {}, **{"Content-Crs": other}).status_code == 415
    assert portal.client.get(path, headers=half).headers["Content-Crs"] == "EPSG:4326"
    assert portal.client.get(f"{ZAKEN}/statussen", headers=bare).status_code == 200


def test_what_did_not_change_is_not_sent_again(portal, case, sam):
    path = f"{ZAKEN}/zaken/{case.pk}"
    first = portal.get(path)

    again = portal.get(path, **{"If-None-Match": first.headers["ETag"]})
    case.number = "ANDERS22"
    case.save()
    changed = portal.get(path, **{"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["API-version"] == "1.5.1"
    assert changed.status_code == 200


def test_a_search_is_always_answered(portal, case):
    first = portal.post(f"{ZAKEN}/zaken/_zoek", {})

    again = portal.post(f"{ZAKEN}/zaken/_zoek", {}, **{"If-None-Match": first.headers["ETag"]})

    assert found(again) == found(first) == [case.number]


def test_a_head_tells_the_same_without_the_words(portal, case):
    path = f"{ZAKEN}/zaken/{case.pk}"

    head, whole = portal.head(path), portal.get(path)

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert portal.head(f"{ZAKEN}/zaken").status_code == 200


def test_no_answer_is_kept_by_others_and_none_sets_a_cookie(portal, case):
    answer = portal.get(f"{ZAKEN}/zaken")

    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert not answer.cookies
    assert answer.headers["API-version"] == "1.5.1"
    assert portal.get(f"{CATALOGI}/zaaktypen").headers["API-version"] == "1.3.1"


def test_an_address_that_is_not_there_is_answered_in_the_same_way(portal):
    for path in (f"{ZAKEN}/besluiten", "/api/", f"{ZAKEN}/zaken/geen-uuid"):
        answer = portal.get(path)
        assert answer.status_code == 404
        assert json.loads(answer.content)["code"] == "not_found"
