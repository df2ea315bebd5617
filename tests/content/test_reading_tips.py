"""What is wrong with a tip or a trait is said with its file, its line and an example."""

import pytest

from plein.content.library import items
from plein.content.tips.library import FOLDER, tips, traits
from plein.content.tips.reading import read_tip, read_traits
from plein.journeys.problems import DeclarationDoesNotFit

TIP = (FOLDER / "rules/ww-stopt.yaml").read_text()
TRAITS = (FOLDER / "traits.yaml").read_text()


@pytest.fixture
def refused(tmp_path):
    def refuse(text: str, of: str = "ww-stopt") -> str:
        file = tmp_path / f"{of}.yaml"
        file.write_text(text)
        with pytest.raises(DeclarationDoesNotFit) as problem:
            read_traits(file) if of == "traits" else read_tip(file, traits(), items())
        return str(problem.value)

    return refuse


def test_a_good_file_is_read(tmp_path):
    file = tmp_path / "ww-stopt.yaml"
    file.write_text(TIP)

    assert read_tip(file, traits(), items()) == tips()["ww-stopt"]


def test_a_condition_that_does_not_parse_is_told_with_line_and_column(refused):
    said = refused(TIP.replace("when: ww_stopt", "when: ww_stopt and and krijgt_ww"))

    assert said.startswith("ww-stopt.yaml, regel 5: voorwaarde, kolom 14")
    assert "Voorbeeld: " in said


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("when: ww_stopt\n", "when: ww_stopt\x00\n", "dit is geen YAML"),
        ("when: ww_stopt\n", "when: ww_stop\n", "kenmerk 'ww_stop' bestaat niet"),
        ("when: ww_stopt\n", "", "'when' ontbreekt"),
        ("when: ww_stopt\n", "when: __import__('os')\n", "'_': dit teken kan hier niet"),
        ("when: ww_stopt\n", "when: ww_stopt >= 3\n", "een kenmerk is zo of niet zo"),
        ("when: ww_stopt\n", "when: ww_stopt and not krijgt_ww\n", "heeft geen zin voor"),
        ("when: ww_stopt\n", "when: heeft_boete\n", "'schuld_cjib' is extra gevoelig"),
        ("purpose: info\n", "needs_opt_in: true\npurpose: info\n", "niets dat extra gevoelig is"),
        ("when: ww_stopt\n", "when: betaalt_huur\n", "'huur' mag niet worden gebruikt voor info"),
        ("purpose: info\n", "purpose: reclame\n", "doel 'reclame' bestaat niet"),
        ("[plan-voor-na-ww,", "[plan-na-ww,", "tekst 'plan-na-ww' bestaat niet"),
        ("Werkloosheidswet art. 42", "WW art. 42", "geen artikel van een wet"),
        ("topic: werk", "topic: sport", "kan niet bij 'topic'"),
        ("audience: volwassen", "audience: mannen", "kan niet bij 'audience'"),
        ("version: 1", "version: 0", "is te weinig bij 'version'"),
        ("review_on: 2027-12-01", "review_on: ooit", "is geen dag"),
        ("owner: Inkomen\n", "", "'owner' ontbreekt"),
        ("key: ww-stopt", "key: anders", "niet de naam van het bestand"),
        ("U ziet dit omdat uw", "Let op, uw", "zegt niet waarom de inwoner dit ziet"),
        ("ends on {ww_stopt}.", "ends soon.", "'{ww_stopt}' ontbreekt"),
        ("stopt op {ww_stopt}.", "stopt op {ww_stopt.__class__}.", "kan hier niet"),
        ("stopt op {ww_stopt}.", "stopt op {ww_stopt!r}.", "kan hier niet"),
        ("stopt op {ww_stopt}.", "stopt op {volwassen}.", "'{volwassen}' kan hier niet"),
        ("stopt op {ww_stopt}.", "stopt op {ww_stopt.", "een bedrag komt uit de normen"),
        ("Uw WW stopt bijna", "Uw WW van € 900 stopt", "een bedrag komt uit de normen"),
        ("Uw WW stopt bijna", "<script>alert(1)</script>", "een tekst heeft geen opmaak"),
        ("Uw WW stopt bijna", "'&lt;b&gt; Uw WW'", "een tekst heeft geen opmaak"),
        ("  uk:\n", "  fy:\n", "de tekst in het Oekraïens ontbreekt"),
    ],
)
def test_what_does_not_fit_in_a_tip_is_said(refused, good, bad, says):
    assert good in TIP

    said = refused(TIP.replace(good, bad, 1))

    assert says in said
    assert "Voorbeeld: " in said


def test_a_missing_reason_is_told(refused):
    lines = [line for line in TIP.splitlines() if not line.startswith("    reason: 'U ziet")]

    assert "'reason' ontbreekt" in refused("\n".join(lines))


def test_a_tip_that_holds_for_everybody_is_refused(refused):
    text = TIP.replace("when: ww_stopt", "when: not krijgt_huurtoeslag").replace(
        "audience: volwassen", "audience: iedereen"
    )

    assert "geldt ook voor wie wij niets van weten" in refused(text)


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("element: ww_einde_max", "element: ww_einde", "'ww_einde' staat niet in de catalogus"),
        ("{from_age: 18}", "{vanaf: 18}", "hoe moeten wij naar dit gegeven kijken?"),
        ("{from_age: 18}", "{from_age: oud}", "'from_age' kan hier niet zo"),
        ("{from_age: 18}", "{from_age: 18, if: 1}", "'if' kan hier niet zo"),
        ("{from_age: 18}", "{from_age: 18, part: schoenmaat}", "deel 'schoenmaat' kennen wij niet"),
        ("{within_days: 90}", "{below: bijstand.norm_alleen}", "zo kunnen wij niet kijken naar"),
        ("You are {from_age} or older'\n", "You are of age'\n", "'{from_age}' ontbreekt"),
        ("U betaalt huur", "U betaalt {huur}", "'{huur}' kan hier niet"),
        ("U betaalt huur", "U betaalt <b>huur</b>", "een tekst heeft geen opmaak"),
        ("volwassen:", "grotemens:", "kenmerk 'volwassen' ontbreekt"),
        ("    uk: Ви отримуєте WW\n", "", "de tekst in het Oekraïens ontbreekt"),
    ],
)
def test_what_does_not_fit_in_a_trait_is_said(refused, good, bad, says):
    assert good in TRAITS

    said = refused(TRAITS.replace(good, bad, 1), of="traits")

    assert says in said
    assert "Voorbeeld: " in said
