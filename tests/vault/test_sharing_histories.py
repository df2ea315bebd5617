"""Random histories: whatever happens, nothing is read outside a grant."""

from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as play

from plein.kernel.refusal import Refusal
from plein.vault.actions.freezing import freeze, thaw
from plein.vault.actions.grants import Duration, give, withdraw
from plein.vault.gate import read
from plein.vault.granted import GrantAccess
from tests.cast import NOON

KEYS = ["naam_geslachtsnaam", "geboortedatum", "bri_inkomen", "bri_status", "ww_bruto"]
DAY = timedelta(days=1)


def machine(vault, katja, use, officer):
    """Give, withdraw, freeze, wait and read, against a model that knows what may be."""

    class Sharing(RuleBasedStateMachine):
        @initialize()
        def begin(self):
            self.at, self.frozen, self.held = NOON, False, []
            thaw(vault, by=katja.actor, at=NOON)  # a history before this one may have frozen it

        @rule(
            extra=st.sets(st.sampled_from(["bri_status"])),
            days=st.integers(1, 365),
            most=st.sampled_from([None, 1, 2]),
        )
        def gives(self, extra, days, most):
            until = self.at + days * DAY
            grant = give(
                vault, use, extra, Duration(until, most_reads=most), by=katja.actor, at=self.at
            )
            may = {"naam_geslachtsnaam", "geboortedatum", "bri_inkomen"} | extra
            self.held.append(
                {
                    "grant": grant,
                    "may": may,
                    "until": until,
                    "left": most,
                    "last": self.at,
                    "over": False,
                }
            )

        @precondition(lambda self: self.held)
        @rule(which=st.integers(0))
        def withdraws(self, which):
            one = self.held[which % len(self.held)]
            try:
                withdraw(one["grant"], by=katja.actor, at=self.at)
            except Refusal:
                assert not self.runs(one)
            one["over"] = True

        @rule()
        def freezes(self):
            (thaw if self.frozen else freeze)(vault, by=katja.actor, at=self.at)
            self.frozen = not self.frozen

        @rule(days=st.sampled_from([1, 7, 30, 182, 183]))
        def waits(self, days):
            self.at += days * DAY

        def runs(self, one):
            idle = self.at >= one["last"] + timedelta(days=183)
            return not (one["over"] or self.at >= one["until"] or one["left"] == 0 or idle)

        @precondition(lambda self: self.held)
        @rule(which=st.integers(0), keys=st.sets(st.sampled_from(KEYS), min_size=1))
        def reads(self, which, keys):
            one = self.held[which % len(self.held)]
            may = self.runs(one) and not self.frozen and keys <= one["may"]
            try:
                seen = read(vault, keys, access=GrantAccess(one["grant"], officer), at=self.at)
            except Refusal:
                assert not may
            else:
                assert may
                assert {reading.element.key for reading in seen} == keys
                one["last"] = self.at
                one["left"] = one["left"] and one["left"] - 1

    return Sharing


def test_nothing_is_read_outside_a_grant(vault, katja, income_check, rent_officer, from_source):
    from_source(**dict.fromkeys(KEYS, "tekst"))
    histories = settings(
        max_examples=25,
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )

    play(machine(vault, katja, income_check, rent_officer), settings=histories)
