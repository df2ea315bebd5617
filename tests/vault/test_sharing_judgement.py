"""Thousands of histories, without a database: the judgement of a read alone."""

import os
import random
from datetime import timedelta
from uuid import UUID

from plein.vault.granted import objection
from plein.vault.models import (
    DataUse,
    GrantState,
    Recipient,
    SharingGrant,
    UseKind,
    Vault,
)
from plein.vault.models.sharing import IDLE
from tests.cast import NOON

HISTORIES = int(os.environ.get("PLEIN_HISTORIES", "10000"))  # 100,000 take about a minute
KEYS = ["bri_inkomen", "bri_status", "geboortedatum", "naam_geslachtsnaam"]


class History:
    """One grant and what happens to it; knows by plain counting what may be read."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.at = chance, NOON
        kind = chance.choice(list(UseKind))
        recipient = Recipient(municipality_id=1)
        use = DataUse(municipality_id=1, recipient=recipient, kind=kind, approved_at=NOON)
        self.vault = Vault(id=UUID(int=1), municipality_id=1)
        self.grant = SharingGrant(
            municipality_id=1,
            vault=self.vault,
            use=use,
            elements=chance.sample(KEYS, chance.randint(1, 4)),
            given_at=NOON,
            until=NOON + timedelta(days=chance.randint(1, 365)),
            most_reads=chance.choice([None, None, 1, 2, 3]),
        )
        self.last = NOON

    def play(self) -> int:
        """The number of reads that succeeded; raises where one was judged wrong."""
        done = 0
        for _step in range(self.chance.randint(1, 12)):
            self.chance.choice([self.wait, self.wait, self.withdraw, self.freeze, self.end])()
            done += self.read() + self.read()
        return done

    def wait(self) -> None:
        self.at += timedelta(days=self.chance.choice([0, 1, 10, 90, 182, 183]))

    def withdraw(self) -> None:
        if self.chance.random() < 0.2:
            self.grant.state = GrantState.WITHDRAWN

    def freeze(self) -> None:
        self.vault.frozen_at = self.chance.choice([None, self.at])

    def end(self) -> None:
        if self.chance.random() < 0.1:
            self.grant.use.ended_at = self.at

    def read(self) -> bool:
        keys = self.chance.sample(KEYS, self.chance.randint(1, 3))
        succeeds = objection(self.grant, self.vault, keys, self.at) is None
        assert succeeds == self.may(keys)
        if succeeds:
            self.grant.reads += 1
            self.grant.last_read_at = self.last = self.at
        return succeeds

    def may(self, keys: list[str]) -> bool:
        grant, by_law = self.grant, self.grant.use.kind == UseKind.LAW
        return (
            all(key in grant.elements for key in keys)
            and grant.state == GrantState.ACTIVE
            and self.at < min(grant.until, self.last + IDLE)
            and (grant.most_reads is None or grant.reads < grant.most_reads)
            and grant.use.ended_at is None
            and (by_law or self.vault.frozen_at is None)
        )


def test_no_history_reads_outside_its_grant():
    chance = random.Random(20261127)

    reads = sum(History(chance).play() for _number in range(HISTORIES))

    assert reads > HISTORIES  # enough of them did read
