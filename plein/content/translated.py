"""What a translation owes to the Dutch it stands beside: the same steps, amounts and no Dutch."""

from collections import Counter
from collections.abc import Iterator

from plein.content.amounts import NORM
from plein.content.item import Item, Words
from plein.journeys.languages import DUTCH
from plein.journeys.problems import Place, Problem

Part = tuple[Place, str]


def translation_problems(item: Item) -> Iterator[Problem]:
    dutch = item.texts[DUTCH]
    for language, said in item.texts.items():
        if language != DUTCH:
            yield from _of_one(said, dutch, ("texts", language))


def _of_one(said: Words, dutch: Words, place: Place) -> Iterator[Problem]:
    yield from _of_steps(said, dutch, place)
    yield from _of_norms(said, dutch, place)
    as_written = {words for _, words in _parts(dutch)}
    for part, words in _parts(said):
        if words in as_written:
            what = f"'{words}' staat hier nog in het Nederlands"
            yield Problem((*place, *part), what, f"{part[0]}: de vertaling in deze taal")


def _of_steps(said: Words, dutch: Words, place: Place) -> Iterator[Problem]:
    have, need = len(said.steps), len(dutch.steps)
    if have != need:
        what = f"hier staan {have} stappen, en in het Nederlands {need}"
        yield Problem((*place, "steps"), what, "elke stap een eigen regel, in dezelfde volgorde")


def _of_norms(said: Words, dutch: Words, place: Place) -> Iterator[Problem]:
    have, need = _norms(said), _norms(dutch)
    for norm in need - have:
        yield Problem(place, f"het bedrag {norm} ontbreekt in deze taal", f"zet {norm} in de zin")
    for norm in have - need:
        what = f"het bedrag {norm} staat niet in het Nederlands"
        yield Problem(place, what, f"haal {norm} weg, of zet het ook bij nl")


def _norms(said: Words) -> Counter[str]:
    return Counter(found[0] for found in NORM.finditer(said.told))


def _parts(said: Words) -> Iterator[Part]:
    yield ("title",), said.title
    yield ("lead",), said.lead
    yield ("for_whom",), said.for_whom
    yield from ((("steps", number), step) for number, step in enumerate(said.steps))
    yield ("body",), said.body
