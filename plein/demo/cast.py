"""Who one can sign in as in the demo: shown on its front page, and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

from plein.demo.data_files import rows
from plein.gateways.digid.simulator.cast import Person, load_cast
from plein.tenants.models import Municipality

PASSWORD = "Samen-op-het-plein"  # of the demo only


@dataclass(frozen=True, slots=True)
class Worker:
    name: str
    role: str
    email: str


@dataclass(frozen=True, slots=True)
class SignIns:
    """The people of the demo, per door."""

    residents: list[tuple[str, list[Person]]]
    staff: list[Worker]
    providers: list[Worker]
    organisations: list[Worker]
    password: str


def sign_ins(municipalities: Sequence[Municipality]) -> SignIns:
    names = {municipality.slug for municipality in municipalities}
    people = load_cast().by_municipality(first="emmen")
    return SignIns(
        residents=[(name, persons) for name, persons in people if _known(persons, names)],
        staff=[
            Worker(row["name"], ", ".join(row["roles"]), f"{row['key']}@plein.example")
            for row in rows("people", "staff")
        ],
        providers=_contacts("providers"),
        organisations=_contacts("recipients"),
        password=PASSWORD,
    )


def _contacts(file: str) -> list[Worker]:
    return [
        Worker(row["contact"], row["name"], f"{row['contact'].lower()}@plein.example")
        for row in rows(file)
    ]


def _known(persons: list[Person], names: set[str]) -> bool:
    return any(person.municipality in names for person in persons)
