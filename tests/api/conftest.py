"""A portal that may read in Emmen, and the cases that it finds there."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from joserfc import jwt
from joserfc.jwk import OctKey

from plein.cases.actions.moving import withdraw
from plein.cases.actions.opening import open_case
from plein.identity.application import Confidentiality, Scope
from plein.identity.applications import Right, add_application
from tests.cases.conftest import KEY, ask, case, case_type  # noqa: F401 - a case of Fatima
from tests.cast import NOON, TESTS

ZAKEN, CATALOGI, TAKEN = "/api/zaken/v1", "/api/catalogi/v1", "/api/mijn-taken/v1"
CRS = {"Accept-Crs": "EPSG:4326", "Content-Crs": "EPSG:4326"}
EVERYTHING = [Right(scope, "", Confidentiality.CASE) for scope in Scope]
WHY, BASIS = "om u te laten zien wat er loopt", "Awb artikel 2:1"


def token_for(client_id, secret, /, **changed) -> str:
    claims = {
        "iss": client_id,
        "iat": int(timezone.now().timestamp()),
        "client_id": client_id,
        "user_id": "a1b2",
        "user_representation": "portaal",
    } | changed
    claims = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(secret), algorithms=["HS256"])


class Portal:
    """A program that asks with a token, and with the headers of the standard."""

    def __init__(self, application, secret, host="emmen.localhost") -> None:
        self.application, self.secret = application, secret
        self.client = Client(HTTP_HOST=host, raise_request_exception=True)

    def headers(self, **more) -> dict[str, str]:
        token = token_for(self.application.client_id, self.secret)
        return {"Authorization": f"Bearer {token}", **CRS, **more}

    def get(self, path, query=None, **headers):
        return self.client.get(path, query, headers=self.headers(**headers))

    def head(self, path, **headers):
        return self.client.head(path, headers=self.headers(**headers))

    def post(self, path, body, **headers):
        return self.client.post(
            path, body, content_type="application/json", headers=self.headers(**headers)
        )


def portal_with(rights, *, may_have_bsn=False, client_id="portaal", host="emmen.localhost"):
    application, secret = add_application(
        client_id,
        organisation="Portaal Drenthe",
        why=WHY,
        basis=BASIS,
        rights=rights,
        may_have_bsn=may_have_bsn,
        by=TESTS,
        at=NOON,
    )
    return Portal(application, secret, host)


@pytest.fixture
def portal(emmen):
    """May read all, and has no right to the BSN."""
    return portal_with(EVERYTHING)


@pytest.fixture
def bsn_portal(emmen):
    return portal_with(EVERYTHING, may_have_bsn=True, client_id="mijn-overheid")


@pytest.fixture
def many_cases(fatima, case_type):
    """So many cases of Fatima, one after the other; all but the last one stopped."""

    def make(number):
        made = []
        for minute in range(number):
            at = NOON + timedelta(minutes=minute)
            if made:
                withdraw(made[-1], by=fatima.actor, at=at)
            made.append(open_case(fatima, case_type, by=fatima.actor, at=at))
        return made

    return make


def found(answer) -> list[str]:
    """The numbers of the cases in a page."""
    assert answer.status_code == 200, answer.content
    return [each["identificatie"] for each in answer.json()["results"]]


__all__ = ["KEY"]
