"""The interfaces: where each lives, its version, and what it answers to a wrong token."""

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Api:
    name: str
    title: str
    version: str
    refused: int  # the ZGW standard answers 403 where HTTP knows 401

    @property
    def root(self) -> str:
        return f"/api/{self.name}/v1"


CASES = Api("zaken", "Zaken", "1.5.1", 403)
CATALOGUE = Api("catalogi", "Catalogi", "1.3.1", 403)
DOCUMENTS = Api("documenten", "Documenten", "1.4.2", 403)
TASKS = Api("mijn-taken", "MijnTaken", "0.1.0", 401)
BUDGETS = Api("budgetten", "Budgetten", "1.0.0", 401)
APIS = (CASES, CATALOGUE, DOCUMENTS, TASKS, BUDGETS)


def api_of(request: HttpRequest) -> Api | None:
    return next((api for api in APIS if request.path.startswith(f"{api.root}/")), None)
