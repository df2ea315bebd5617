"""What the BRP API works out for an envelope: the greeting and the lines of the address."""

from plein.gateways.simulators.people import Tree


def with_envelope(person: Tree) -> Tree:
    """Of an address in the Netherlands; a person without one has no lines."""
    written = person.get("adressering", {})
    greeting = _greeting(person.get("naam", {}))
    return person | {"adressering": greeting | _lines(person.get("verblijfplaats", {})) | written}


def _greeting(name: Tree) -> Tree:
    """Without a sex in the register the API greets by initials and name."""
    parts = [name.get(part) for part in ("voorletters", "voorvoegsel", "geslachtsnaam")]
    said = " ".join(part for part in parts if part)
    return {"aanhef": f"Geachte {said}"} if said else {}


def _lines(place: Tree) -> Tree:
    home = place.get("verblijfadres", {})
    if "postcode" not in home:
        return {}
    number = f"{home['huisnummer']}{home.get('huisletter', '')}"
    addition = home.get("huisnummertoevoeging")
    door = f"{number}-{addition}" if addition else number
    code = f"{home['postcode'][:4]} {home['postcode'][4:]}"
    return {
        "adresregel1": f"{home['korteStraatnaam']} {door}",
        "adresregel2": f"{code} {home['woonplaats'].upper()}",
    }
