"""Who may enter stands on every door."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from plein.web.doors import DOCUMENTS, DOORS, PLATFORM, START
from plein.web.policies import policy_of


def patterns(resolver, prefix=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield prefix + str(entry.pattern), entry


ALL = [
    pytest.param(entry, id=f"{door.name}:{path}")
    for door in (*DOORS, PLATFORM, DOCUMENTS, START)
    for path, entry in patterns(get_resolver(door.urlconf))
]


@pytest.mark.parametrize("entry", ALL)
def test_every_address_names_who_may_enter(entry):
    assert policy_of(entry.callback) is not None


def test_there_are_addresses_to_check():
    assert len(ALL) > 60
