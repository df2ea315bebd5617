"""docs/states.md, drawn from the tables of moves: `python -m tests.states` writes it anew."""

import os
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "docs" / "states.md"
HEAD = """# States

Drawn from the table of moves (`MOVES`) of each model: a test fails when one of the two changes
alone. Redraw them with `python -m tests.states`. A state that nothing leaves is an end.
"""


def drawn() -> str:
    from django.apps import apps  # noqa: PLC0415 - after django.setup

    models = [model for model in apps.get_models() if hasattr(model, "MOVES")]
    parts = [part for model in sorted(models, key=_place) for part in _diagram(model)]
    return "\n".join([HEAD, *parts]).rstrip() + "\n"


def _place(model: type) -> str:
    return model._meta.label  # type: ignore[attr-defined,no-any-return]


def _diagram(model: type) -> Iterator[str]:
    moves = {str(state): sorted(map(str, to)) for state, to in model.MOVES.items()}  # type: ignore[attr-defined]
    yield f"## {_place(model)}\n\n```mermaid\nstateDiagram-v2"
    for state, others in moves.items():
        if not others:
            yield f"    {_name(state)} --> [*]"
        yield from (f"    {_name(state)} --> {_name(other)}" for other in others)
    yield "```\n"


def _name(state: str) -> str:
    return state.replace(" ", "_").replace("-", "_")


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plein.config.settings")
    django.setup()
    FILE.write_text(drawn())
