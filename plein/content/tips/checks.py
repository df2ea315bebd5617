"""What a trait or a tip has to fit beyond its shape, each problem with its place and an example."""

import re
from collections.abc import Collection, Iterator, Mapping
from string import Formatter

from plein.content.amounts import loose_amounts
from plein.content.item import Item
from plein.content.tips.looks import LOOKS, Something
from plein.content.tips.tip import Audience, Judgeable, Tip
from plein.content.tips.trait import Trait
from plein.journeys.comparisons import Comparison
from plein.journeys.languages import DUTCH
from plein.journeys.problems import Place, Problem, nearest
from plein.journeys.tree import Comparing, Condition, Every, Not
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Kind

STARTS = "U ziet dit omdat "
_MARKUP = re.compile(r"[<>]|&[a-z#]")


def trait_problems(key: str, trait: Trait) -> Iterator[Problem]:
    known = [*catalogue().elements, *catalogue().derived]
    if trait.element not in known:
        what = f"gegeven '{trait.element}' staat niet in de catalogus van de kluis"
        yield Problem((key, "element"), what, f"element: {nearest(trait.element, known, 'huur')}")
        return
    yield from _of_look(key, trait)
    for name, texts in (("yes", trait.yes), ("no", trait.no or {})):
        yield from _of_texts((key, name), texts, set(trait.look.words))


def _of_look(key: str, trait: Trait) -> Iterator[Problem]:
    part = trait.look.part
    if part is not None and part not in catalogue().parts:
        yield Problem((key, "look"), f"deel '{part}' kennen wij niet", "part: geboortedatum")
        return
    if (kind := _kind_of(trait)) not in trait.look.of:
        fit = [name for name, look in LOOKS.items() if kind in look.of]
        what = f"zo kunnen wij niet kijken naar '{trait.element}'"
        yield Problem((key, "look"), what, f"look: {{{fit[-1]}: …}}")


def _kind_of(trait: Trait) -> Kind:
    found = catalogue()
    if trait.look.part is not None:
        return found.parts[trait.look.part].kind
    if trait.element in found.derived:
        return found.derived[trait.element].kind
    return found.elements[trait.element].kind


def tip_problems(
    tip: Tip, name: str, traits: Mapping[str, Trait], items: Collection[str] | Mapping[str, Item]
) -> Iterator[Problem]:
    if tip.key != name:
        yield Problem(("key",), f"de sleutel is niet de naam van het bestand, {name}", name)
    for key in tip.items:
        if key not in items:
            what = f"tekst '{key}' bestaat niet"
            yield Problem(("items",), what, f"items: [{nearest(key, items, 'huurtoeslag')}]")
    yield from rule_problems(tip, traits, STARTS)


def rule_problems(tip: Judgeable, traits: Mapping[str, Trait], starts: str) -> Iterator[Problem]:
    """Of its condition, its elements and its words."""
    if tip.when is None:
        yield Problem(("when",), "'when' ontbreekt", "when: ww_stopt and not krijgt_huurtoeslag")
        return
    unknown = sorted(tip.condition.names - traits.keys())
    for key in unknown:
        what = f"kenmerk '{key}' bestaat niet"
        yield Problem(("when",), what, f"when: {nearest(key, traits, 'ww_stopt')}")
    if not unknown:
        yield from _of_condition(tip, traits)
        yield from _of_elements(tip, traits)
        yield from words_problems(tip, _sure_days(tip, traits), starts)


def _of_condition(tip: Judgeable, traits: Mapping[str, Trait]) -> Iterator[Problem]:
    for each in tip.condition.comparisons():
        if not isinstance(each, Comparison) or (each.sign, each.other) != ("==", True):
            what = f"'{each}': een kenmerk is zo of niet zo"
            yield Problem(("when",), what, f"when: {each.name} of not {each.name}")
    for key in sorted(_denied(tip.condition)):
        if traits[key].no is None:
            what = f"kenmerk '{key}' heeft geen zin voor als het niet zo is"
            yield Problem(("when",), what, "no: {nl: U krijgt geen huurtoeslag, …}")
    nothing = {key: False for key in tip.condition.names if _is_never_unknown(traits[key])}
    if tip.condition.judged(nothing):
        what = "deze tip geldt ook voor wie wij niets van weten"
        yield Problem(("when",), what, "when: betaalt_huur and not krijgt_huurtoeslag")


def _is_never_unknown(trait: Trait) -> bool:
    return isinstance(trait.look, Something)


def _denied(condition: Condition, *, so: bool = True) -> set[str]:
    """The traits of which the rule asks that they are not so."""
    if isinstance(condition, Not):
        return _denied(condition.part, so=not so)
    if isinstance(condition, Comparing):
        return set() if so else {condition.name}
    parts = getattr(condition, "parts", ())
    return set().union(*(_denied(part, so=so) for part in parts))


def _of_elements(tip: Judgeable, traits: Mapping[str, Trait]) -> Iterator[Problem]:
    found = catalogue()
    used = [traits[key] for key in sorted(tip.condition.names)]
    special = set().union(*(trait.special for trait in used))
    if special and not tip.needs_opt_in:
        what = f"'{min(special)}' is extra gevoelig: dat mag pas na een ja van de inwoner"
        yield Problem(("needs_opt_in",), what, "needs_opt_in: true")
    if tip.needs_opt_in and not special:
        what = "deze tip vraagt een ja, en gebruikt niets dat extra gevoelig is"
        yield Problem(("needs_opt_in",), what, "laat needs_opt_in weg")
    if tip.purpose not in found.purposes:
        yield Problem(("purpose",), f"doel '{tip.purpose}' bestaat niet", "purpose: info")
        return
    for key in sorted(set().union(*(trait.elements for trait in used))):
        if tip.purpose not in found.elements[key].purposes:
            what = f"'{key}' mag niet worden gebruikt voor {tip.purpose}"
            yield Problem(("purpose",), what, f"kies uit {', '.join(found.elements[key].purposes)}")


def words_problems(tip: Judgeable, days: Collection[str], starts: str) -> Iterator[Problem]:
    """`days` are the gaps that its reason can fill; in Dutch it begins with `starts`."""
    reasons = {language: words.reason for language, words in tip.texts.items()}
    titles = {language: words.title for language, words in tip.texts.items()}
    yield from _of_texts(("texts",), titles, set())
    yield from _of_texts(("texts",), reasons, days)
    if not reasons[DUTCH].startswith(starts):
        what = "de reden zegt niet waarom de inwoner dit ziet"
        yield Problem(("texts", DUTCH, "reason"), what, f"reason: {starts}uw WW stopt.")


def _sure_days(tip: Judgeable, traits: Mapping[str, Trait]) -> set[str]:
    """Traits with a day that are always so when the tip is shown."""
    condition = tip.condition
    parts = condition.parts if isinstance(condition, Every) else (condition,)
    names = {part.name for part in parts if isinstance(part, Comparing)}
    return {name for name in names if "within_days" in traits[name].look.words}


def _of_texts(place: Place, texts: Mapping[str, str], known: Collection[str]) -> Iterator[Problem]:
    """The same gaps in each language, no amounts and no markup."""
    gaps = {language: set(_gaps(text)) for language, text in texts.items()}
    for language, found in gaps.items():
        for name in sorted(found - set(known)):
            what = f"'{{{name}}}' kan hier niet"
            yield Problem(
                (*place, language), what, " ".join(f"{{{each}}}" for each in known) or "…"
            )
        for name in sorted(gaps.get(DUTCH, set()) - found):
            what = f"'{{{name}}}' ontbreekt"
            yield Problem((*place, language), what, f"{{{name}}}")
    for language, text in texts.items():
        for found_text in dict.fromkeys(loose_amounts(re.sub(r"\{[a-z_0-9]+\}", "", text))):
            what = f"'{found_text}' in een tekst: een bedrag komt uit de normen"
            yield Problem((*place, language), what, "laat het bedrag weg")
        if _MARKUP.search(text):
            yield Problem((*place, language), "een tekst heeft geen opmaak", "zonder < en >")


def _gaps(text: str) -> Iterator[str]:
    """The names between braces; the whole text where a brace is anything else."""
    try:
        for _before, name, spec, how in Formatter().parse(text):
            if name is not None:
                yield text if spec or how else name
    except ValueError:
        yield text


def audience_problems(traits: Mapping[str, Trait]) -> Iterator[Problem]:
    for audience in Audience:
        if audience is not Audience.IEDEREEN and audience.value not in traits:
            yield Problem((), f"kenmerk '{audience.value}' ontbreekt", f"{audience.value}: {{…}}")
