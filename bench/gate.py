"""Reading a vault: sixty elements with their line in the log, beside a bare insert.

A read is the whole of `vault.gate.read`: the right, the line and the act, the key, sixty values
opened. Beside it, in the same run and on the same database, one insert in a transaction of its
own. Clients are processes, each with vaults of its own.
"""

import json
from pathlib import Path

from bench.looks import bare_client, clock, run
from bench.orders import _connect

CLIENTS = (1, 8)
ELEMENTS = 60


def main() -> None:
    from bench import world

    url = world.start()
    municipality, shoppers = world.fill(64, 10_000)
    fill_vaults(municipality, shoppers)
    rows = []
    for clients in CLIENTS:
        reads = run(read_client, url, municipality, shoppers, clients)
        bare = run(bare_client, url, municipality, shoppers, clients)
        rows.append({"clients": clients, "reads": reads, "bare": bare})
    report(rows)


def elements() -> list[str]:
    from plein.vault.catalogue import catalogue

    return list(catalogue().elements)[:ELEMENTS]


def fill_vaults(municipality: int, shoppers) -> None:
    from bench.world import NOON
    from plein.identity.models import Resident
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within
    from plein.vault.actions.keeping import Incoming, keep
    from plein.vault.actions.opening import vault_of
    from plein.vault.models import Mode

    with within(Municipality.objects.get(pk=municipality)):
        for each in shoppers:
            vault = vault_of(Resident.objects.get(pk=each.resident), at=NOON)
            incoming = [Incoming(key, "een waarde van de bron") for key in elements()]
            keep(vault, incoming, mode=Mode.SOURCE, at=NOON)


def read_client(url, municipality, shoppers) -> list[float]:
    _connect(url)
    from bench.world import NOON
    from plein.identity.models import Resident
    from plein.tenants.models import Municipality
    from plein.tenants.scope import within
    from plein.vault.access import OwnAccess
    from plein.vault.gate import read
    from plein.vault.models import Vault

    keys = elements()
    with within(Municipality.objects.get(pk=municipality)):
        people = [Resident.objects.get(pk=each.resident) for each in shoppers]
        vaults = [(Vault.objects.get(resident=one), OwnAccess(one)) for one in people]

        def work(number: int) -> None:
            vault, access = vaults[number % len(vaults)]
            assert len(read(vault, keys, access=access, at=NOON)) == ELEMENTS  # noqa: S101

        return clock(work)


def report(rows) -> None:
    print(f"clients   reads/s of {ELEMENTS}   p95 ms   bare inserts/s   ratio")
    for row in rows:
        reads, bare = row["reads"], row["bare"]
        print(
            f"{row['clients']:>7} {reads['rate']:>15.0f} {reads['p95']:>8.1f}"
            f" {bare['rate']:>16.0f} {reads['rate'] / bare['rate']:>7.2f}"
        )
    out = Path("var/bench/gate.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(rows, indent=2))


if __name__ == "__main__":
    main()
