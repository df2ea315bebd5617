"""A change of the inkomenstoeslag of Rotterdam, and others with figures of their own."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plein.policy.effect import Change
from plein.policy.trial import ALWAYS
from plein.regelingen.library import local_norms, rule_book
from plein.regelingen.trying import topics
from plein.rules.norms import Dated

DAY = date(2026, 11, 1)
BY_UNIT = {"keuze": "1", "deel": "1.10", "maanden": "12"}  # where a municipality set nothing


@pytest.fixture
def change_of():
    """`then` are the norms that differ, by name."""

    def make(target: str, **then: str) -> Change:
        book, topic = rule_book(), topics()[target]
        own = topic.norms(book, DAY, book.norms)
        known = {}
        if topic.regeling == "individuele_inkomenstoeslag":
            known = local_norms(topic.regeling, "rotterdam")
        unset = {name: norm for name, norm in own.items() if norm.municipal and not norm.values}
        made = {name: figure(norm, BY_UNIT.get(norm.unit, "100")) for name, norm in unset.items()}
        now = book.norms.with_local({**made, **known}.values())
        changed = [figure(now.of(topic.regeling)[name], value) for name, value in then.items()]
        return Change(book, topic, DAY, now, now.with_local(changed))

    return make


def figure(norm, value: str):
    return replace(norm, values=(Dated(ALWAYS, Decimal(value), ("test",)),))
