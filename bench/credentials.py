"""How long it takes to check a verklaring that somebody shows.

The whole check: issuer, disclosures, times, holder's proof and the status list of 16,384 places.
Beside it, in the same run, the verification of one bare ES256 signature; the check has three.
"""

import json
import statistics
import time
from datetime import UTC, datetime, timedelta
from os import urandom
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from plein.kernel.sd_jwt import Challenge, Draft, Trust, issue, present, verify
from plein.kernel.sd_jwt.keys import new_key, public_part, read_key_set
from plein.kernel.sd_jwt.status_list import Status, StatusBits, sign_list

ROUNDS = 1_000
GOAL = 20.0  # ms
ISSUER, VCT, LIST = "https://emmen.example", "https://emmen.example/pas", "https://emmen.example/1"
CLAIMS = {f"antwoord_{number}": True for number in range(8)}
ASKED = Challenge("nonce", "https://winkel.example")
NOW = datetime(2026, 6, 1, tzinfo=UTC)


def main() -> None:
    check, bare = checking(), signature()
    for work in (check, bare):
        work()  # the first one loads what the others find loaded
    whole, single = measure(check), measure(bare)
    report(whole, single)


def checking():
    """Checks one presentation with all its claims."""
    key, holder = new_key(), new_key()
    draft = Draft(
        issuer=ISSUER,
        vct=VCT,
        claims=CLAIMS,
        issued_at=NOW,
        expires_at=NOW + timedelta(days=30),
        status_uri=LIST,
        status_index=7,
    )
    credential = issue(draft, key=key, holder=holder)
    shown = present(credential, CLAIMS, challenge=ASKED, holder=holder, at=NOW)
    bits = StatusBits(2, urandom(4096)).with_status(7, Status.VALID)
    hour = timedelta(hours=1)
    listed = sign_list(bits, uri=LIST, key=key, at=NOW, keep=hour, lasts=hour)
    trust = Trust({ISSUER: read_key_set({"keys": [public_part(key)]})}, {VCT})
    return lambda: verify(
        shown, trust=trust, challenge=ASKED, status_list=lambda _uri: listed, at=NOW
    )


def signature():
    """Verifies one signature over as many bytes."""
    key, text = ec.generate_private_key(ec.SECP256R1()), urandom(1_200)
    signed = key.sign(text, ec.ECDSA(SHA256()))
    return lambda: key.public_key().verify(signed, text, ec.ECDSA(SHA256()))


def measure(work) -> list[float]:
    """Milliseconds of the processor, each time: others on the machine do not count."""
    found = []
    for _round in range(ROUNDS):
        begin = time.process_time()
        work()
        found.append(1_000 * (time.process_time() - begin))
    return found


def report(whole: list[float], single: list[float]) -> None:
    rows = [("whole check", *_summary(whole)), ("bare ES256", *_summary(single))]
    print("               median ms   p95 ms")
    for name, median, p95 in rows:
        print(f"{name:<14} {median:>9.2f} {p95:>8.2f}")
    ratio, of_goal = rows[0][1] / rows[1][1], rows[0][2] / GOAL
    print(f"ratio {ratio:.1f}, with three signatures in it; p95 is {of_goal:.2f} of the goal")
    out = Path("var/bench/credentials.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"rows": rows, "ratio": ratio, "of_goal": of_goal}, indent=2))


def _summary(times: list[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
