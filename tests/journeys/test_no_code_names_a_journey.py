"""A journey has no code of its own: nothing that carries one knows it by its name."""

import ast
from pathlib import Path

from plein.regelingen.library import journeys

# Everything through which a journey goes; the rules of a regeling are its law, and no journey.
ENGINE = ("journeys", "intake", "authoring", "workflows", "cases", "assisted", "inbox", "delivery")
PAGES = ("web/resident/intake", "web/resident/cases", "web/desk/cases", "web/desk/journeys")


def test_no_line_of_python_names_a_journey():
    keys = set(journeys())

    found = {(str(path), word) for path in files() for word in words_in(path) if word in keys}

    assert len(keys) >= 9
    assert found == set()


def test_no_folder_of_a_journey_holds_code_that_reads_a_request_or_an_answer():
    for path in Path("plein/regelingen").glob("*/*.py"):
        tree = ast.parse(path.read_text())
        modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not any(each.startswith(("django", "plein.intake", "plein.web")) for each in modules)


def test_the_search_finds_a_name(tmp_path):
    path = tmp_path / "x.py"
    path.write_text('if case_type.key == "bijstand":\n    pass\n')

    assert "bijstand" in words_in(path)


def files():
    for part in (*ENGINE, *PAGES):
        every = sorted((Path("plein") / part).rglob("*.py"))
        assert every, part
        yield from (path for path in every if "migrations" not in path.parts)


def words_in(path):
    """Every text in it that is a whole name, in small letters."""
    texts = (node.value for node in ast.walk(ast.parse(path.read_text())) if is_text(node))
    return {text.lower().replace("-", "_") for text in texts}


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
