import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.tenants.tokens import sift

GOOD = {
    "--basis-color-accent-1-bg-default": "#E3F0FF",
    "--basis-border-radius-md": "0.5rem",
    "--basis-text-font-weight-bold": "650",
    "--nl-button-border-width": "2px",
    "--nl-link-color": "var(--basis-color-action-1-color-default)",
    "--utrecht-table-header-text-transform": "uppercase",
    "--mo-card-shadow-color": "#00000022",
}


def test_tokens_of_a_known_shape_are_kept():
    kept, dropped = sift(GOOD)

    assert kept == GOOD
    assert dropped == []


@pytest.mark.parametrize(
    "name",
    [
        "--basis-color-negative-color-default",
        "--basis-color-warning-bg-default",
        "--basis-color-positive-border-default",
        "--basis-color-info-color-document",
        "--basis-focus-outline-color",
        "--nl-button-focus-color",
        "--utrecht-form-field-error-message-color",
        "--mo-light-red",
        "--mo-traffic-lights-dot",
        "--basis-color-highlight-bg-default",
    ],
)
def test_colours_with_a_meaning_are_the_same_everywhere(name):
    assert sift({name: "#ff0000"}) == ({}, [name])


@pytest.mark.parametrize(
    "name",
    [
        "color",
        "--color",
        "--den-haag-color",
        "--basis-",
        "--basis-" + 91 * "a",
        "--basis-A",
        "--basis-a;color",
        "--basis-a:red}body{",
        "--basis-a\n",
        " --basis-a",
        "--mo-é",
        "--mo-a/**/",
    ],
)
def test_an_unknown_name_is_dropped(name):
    assert sift({name: "1px"}) == ({}, [name])


@pytest.mark.parametrize(
    "value",
    [
        "",
        " ",
        "#12345",
        "#ggg",
        "1px;",
        "1px\n",
        "red;}body{display:none",
        "red}",
        "url(https://example.org/x.png)",
        "url(//example.org)",
        "expression(alert(1))",
        "image-set('x')",
        "attr(data-x)",
        "var(--a)",
        "var(--mo-a, url(x))",
        "var(--mo-a",
        "var(--basis-focus-outline-color)",
        "calc(1px + 1px)",
        "1px 2px",
        "\\75 rl(x)",
        "/**/red",
        "@import",
        '"text"',
        "red!important",
        "<style>",
        "1" * 9,
        ".",
        "-",
        "a" * 200,
        7,
        None,
        ["red"],
        {"value": "red"},
    ],
)
def test_a_hostile_value_is_dropped(value):
    assert sift({"--mo-card-padding": value}) == ({}, ["--mo-card-padding"])


@pytest.mark.parametrize("value", ["red", "var(--mo-a)", "#0a5a9c80", "transparent", "12px"])
def test_a_palette_colour_that_cannot_be_measured_is_dropped(value):
    name = "--basis-color-action-1-color-default"

    assert sift({name: value}) == ({}, [name])


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_every_token_is_either_kept_or_named_as_dropped(tokens):
    kept, dropped = sift(tokens)

    assert {*kept, *dropped} == {*tokens}
    assert len(kept) + len(dropped) == len(tokens)


@given(
    st.from_regex(r"--(basis|nl|utrecht|mo)-[a-z0-9-]{1,20}", fullmatch=True),
    st.text(alphabet="abc019#-_.%()var;{}:\\\"'/*@!<>, \n\t", max_size=30),
)
def test_what_is_kept_cannot_leave_its_declaration(name, value):
    kept, _dropped = sift({name: value})

    for written in kept.values():
        assert re.fullmatch(r"[\w#.%-]+|var\(--[a-z0-9-]+\)", written)
