"""Bas writes a journey of Emmen, Wim publishes it; Buren may take it over."""

import pytest

from plein.authoring.actions.drafting import begin_draft
from plein.authoring.actions.publishing import offer_draft, publish_draft
from plein.authoring.package import packed, unpacked
from plein.authoring.skeletons import skeleton
from plein.identity.models import Role
from plein.tenants.scope import within
from tests.cast import NOON, staff_member

KEY = "laptop"


def laptop(**changes):
    return skeleton("Laptop voor school", "Gemeentewet art. 108") | changes


@pytest.fixture
def draft(bas):
    return begin_draft(KEY, laptop(), by=bas, at=NOON)


@pytest.fixture
def publish(bas, wim):
    """A version of this key, by the whole way."""

    def publish(key=KEY, at=NOON, **changes):
        draft = begin_draft(key, laptop(**changes), by=bas, at=at)
        return publish_draft(offer_draft(draft, by=bas, at=at), by=wim, at=at)

    return publish


@pytest.fixture
def package(publish):
    """What Emmen gives away, as it was read."""
    return unpacked(packed(publish(), at=NOON).encode())


@pytest.fixture
def els_of_buren(buren):
    with within(buren):
        return staff_member("els", Role.SCHEME_MANAGER)
