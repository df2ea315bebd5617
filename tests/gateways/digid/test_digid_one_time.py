"""What may be shown once is remembered, under a name that gives nothing away."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import override_settings

from plein.gateways.digid.one_time import is_same, seen_before

IN_MEMORY = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture
def a_cache() -> Iterator[None]:
    with override_settings(CACHES=IN_MEMORY):
        cache.clear()
        yield


@pytest.mark.usefixtures("a_cache")
def test_a_name_is_new_once():
    assert not seen_before("_assertion", 60)
    assert seen_before("_assertion", 60)
    assert not seen_before("_another", 60)


@pytest.mark.parametrize(
    ("kept", "shown", "same"),
    [("a", "a", True), ("a", "b", False), ("", "", False), (None, None, False), ("é", "é", True)],
)
def test_nothing_kept_is_never_the_same(kept: str | None, shown: str | None, same: bool):
    assert is_same(kept, shown) is same
