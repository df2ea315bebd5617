from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.tenants.colour import (
    NotAColour,
    Oklch,
    contrast,
    into_gamut,
    is_in_gamut,
    read_hex,
    to_hex,
    to_oklch,
)
from plein.tenants.palette import (
    BACKGROUNDS,
    BORDERS,
    TEXTS,
    PaletteUnreadable,
    check_readable,
    palette,
    theme_css,
)

pytestmark = pytest.mark.long
CHANNEL = range(0, 256, 17)  # 16 steps
GRID = ["#{:02x}{:02x}{:02x}".format(*channels) for channels in product(CHANNEL, repeat=3)]
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_every_brand_colour_of_the_grid_gives_a_readable_palette():
    for brand in GRID:
        check_readable(palette(brand))

    assert len(GRID) == 4_096


@pytest.mark.parametrize(
    ("brand", "measured"),
    [("#0a5a9c", 7.1), ("#7a2350", 9.6), ("#2c6e49", 6.1), ("#2b4c6f", 8.9), ("#8a4b08", 6.8)],
)
def test_white_on_a_demo_colour_has_the_contrast_we_write_down(brand, measured):
    assert round(contrast("#ffffff", brand), 1) == measured
    assert palette(brand)["--basis-color-accent-1-inverse-bg-default"] == brand


def test_a_palette_has_every_step_on_light_and_on_the_house_colour():
    steps = [*BACKGROUNDS, "border-subtle", *BORDERS, *TEXTS]

    names = palette("#0a5a9c", group="action-1")

    assert set(names) == {
        f"--basis-color-action-1-{side}{step}" for side in ("", "inverse-") for step in steps
    }


@given(colours)
def test_a_step_keeps_the_contrast_it_promises(brand):
    steps = {name.removeprefix("--basis-color-accent-1-"): v for name, v in palette(brand).items()}

    for step, promised in (BORDERS | TEXTS).items():
        assert contrast(steps[step], steps["bg-active"]) >= promised
    for background in BACKGROUNDS:
        assert contrast("#ffffff", steps[f"inverse-{background}"]) >= 4.6


@given(colours)
def test_a_brand_colour_comes_back_from_oklch_unchanged(brand):
    assert to_hex(to_oklch(brand)) == brand


@given(st.floats(0, 1), st.floats(0, 0.4), st.floats(-3.15, 3.15))
def test_any_lightness_and_chroma_can_be_brought_onto_the_screen(lightness, chroma, hue):
    shown = into_gamut(Oklch(lightness, chroma, hue))

    assert is_in_gamut(shown)
    assert (shown.lightness, shown.hue) == (lightness, hue)


def test_conversion_agrees_with_the_published_values_of_red_and_blue():
    # CSS Color Module Level 4: oklch(62.80% 0.2577 29.23) and oklch(45.20% 0.3132 264.05)
    assert to_oklch("#ff0000") == pytest.approx((0.6280, 0.2577, 0.5102), abs=0.0002)
    assert to_oklch("#0000ff") == pytest.approx((0.4520, 0.3132, -1.6746), abs=0.0002)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("text", ["", "blauw", "#12", "#1234567", "#0a5a9c;}", "#0a5a9g"])
def test_what_is_no_colour_is_refused(text):
    with pytest.raises(NotAColour):
        read_hex(text)


def test_a_short_colour_is_written_in_full():
    assert read_hex(" #FA0 ") == "#ffaa00"


def test_a_theme_has_the_colours_the_corners_and_the_letter():
    css = theme_css("emmen", brand="#0a5a9c", action="#7a2350", corners="rond", letter="atkinson")

    assert css.startswith(".theme-emmen{--basis-color-accent-1-bg-document:#")
    assert "--basis-color-accent-1-inverse-bg-default:#0a5a9c;" in css
    assert "--basis-color-action-1-inverse-bg-default:#7a2350;" in css
    assert "--basis-border-radius-sm:8px;" in css
    assert "--basis-border-radius-lg:20px;" in css
    assert '--basis-text-font-family-default:"Atkinson Hyperlegible Next Variable",' in css
    assert "accent-2" not in css


def test_a_second_accent_is_only_there_when_it_is_chosen():
    css = theme_css("emmen", brand="#0a5a9c", accent="#2c6e49")

    assert "--basis-color-accent-2-inverse-bg-default:#2c6e49;" in css


def test_own_tokens_come_last_and_unsafe_ones_stay_out():
    tokens = {"--basis-border-radius-sm": "2px", "--mo-light-red": "#00ff00"}

    css = theme_css("emmen", brand="#0a5a9c", tokens=tokens)

    assert "--basis-border-radius-sm:2px;" in css
    assert "--basis-border-radius-sm:4px;" not in css
    assert "--mo-light-red" not in css


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("--basis-color-action-1-color-default", "#ffff00"),
        ("--basis-color-action-1-inverse-bg-hover", "#ffff00"),
        ("--basis-color-accent-1-border-hover", "#eee"),
        ("--basis-color-accent-1-color-document", "#666"),
        ("--basis-color-default-bg-default", "#333"),
    ],
)
def test_an_own_token_that_nobody_can_read_is_refused_by_name(name, colour):
    with pytest.raises(PaletteUnreadable) as refusal:
        theme_css("emmen", brand="#0a5a9c", tokens={name: colour})

    assert colour in (refusal.value.details["colour"], refusal.value.details["background"])
    assert "Kies een kleur die meer verschilt" in str(refusal.value)
