"""What holds for signing in, whether DigiD speaks OpenID Connect or SAML."""

from datetime import timedelta
from typing import Any

import pytest
from digid_simulator import now

from plein.gateways.digid.level import Level
from plein.gateways.digid.types import (
    DigidUnreachable,
    Reason,
    SignInCancelled,
    SignInRefused,
)

FATIMA = "999900031"


@pytest.mark.parametrize("municipality", ["emmen", "buren"])
def test_a_resident_signs_in_at_her_municipality(digid: Any, municipality: str):
    client, at = digid.client(municipality), now()
    beginning = client.begin(at=at)
    answer = digid.visit(beginning, FATIMA, Level.SUBSTANTIEEL)

    signed_in = client.finish(kept=beginning.kept, answer=answer, at=at)

    assert signed_in.bsn.reveal() == FATIMA
    assert signed_in.level is Level.SUBSTANTIEEL
    assert signed_in.at == at
    assert signed_in.session_id


def test_a_level_below_what_we_ask_is_refused(digid: Any):
    client = digid.client("emmen", minimum_level=Level.SUBSTANTIEEL)
    beginning = client.begin(at=now())
    answer = digid.visit(beginning, FATIMA, Level.MIDDEN)

    with pytest.raises(SignInRefused) as refused:
        client.finish(kept=beginning.kept, answer=answer, at=now())

    assert refused.value.reason is Reason.LEVEL


def test_an_answer_signs_in_once(digid: Any):
    client = digid.client("emmen")
    beginning = client.begin(at=now())
    answer = digid.visit(beginning, FATIMA, Level.MIDDEN)
    client.finish(kept=beginning.kept, answer=answer, at=now())

    with pytest.raises(SignInRefused) as refused:
        client.finish(kept=beginning.kept, answer=answer, at=now())

    assert refused.value.reason is Reason.CODE


def test_an_answer_begun_at_another_municipality_is_refused(digid: Any):
    beginning = digid.client("buren").begin(at=now())
    answer = digid.visit(beginning, FATIMA, Level.MIDDEN)

    with pytest.raises(SignInRefused) as refused:
        digid.client("emmen").finish(kept=beginning.kept, answer=answer, at=now())

    assert refused.value.reason is Reason.OTHER_CLIENT


def test_an_answer_is_refused_when_the_session_kept_nothing(digid: Any):
    client = digid.client("emmen")
    answer = digid.visit(client.begin(at=now()), FATIMA, Level.MIDDEN)

    with pytest.raises(SignInRefused) as refused:
        client.finish(kept={}, answer=answer, at=now())

    assert refused.value.reason is Reason.STATE


def test_a_resident_who_stops_is_told_so(digid: Any):
    client = digid.client("emmen")
    beginning = client.begin(at=now())
    answer = digid.cancel(beginning)

    with pytest.raises(SignInCancelled):
        client.finish(kept=beginning.kept, answer=answer, at=now())


def test_a_slow_digid_is_given_up(digid: Any):
    client = digid.client("emmen", timeout_seconds=0.3)
    beginning = client.begin(at=now())
    answer = digid.visit(beginning, FATIMA, Level.MIDDEN)
    begun = now()

    with digid.slow(), pytest.raises(DigidUnreachable):
        client.finish(kept=beginning.kept, answer=answer, at=now())

    assert now() - begun < timedelta(seconds=0.9)
