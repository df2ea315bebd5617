"""Whatever staff do with an aanvraag, a task, a talk or an appointment, is told to the resident."""

import ast
from pathlib import Path

APPS = ("cases", "inbox", "appointments")
# What leaves no line for the resident, and why that is right.
QUIET = {
    "areas": "who works where is about no resident",
    "keeping_lists": "a list is of who made it",
    "publishing": "a case type is about no resident",
    "planning": "times that can be chosen are about no resident",
    "setting_up": "places and kinds are about no resident",
    "forgetting": "of what was told already",
    "reminding": "word is sent, and stands with the deliveries",
    "enclosing": "a paper is told of with its hand-in",
    "hiding": "what is kept quiet on a ground of the law",
}
ACTS_QUIETLY = {
    "mark_read": "reading is no act; the other side sees that it was read",
    "is_correctable": "a question, and no act",
    "move": "a step of an act that tells",
    "provide": "stands in the decision, which is told",
    "new_case": "a part of the melding and the aanvraag, which are told",
    "take_in": "a part of letting in, which is told",
    "set_parts": "of an organisation that was told of",
    "propose": "nothing is decided until a colleague confirms it",
    "send_back": "nothing is decided yet",
    "draft_of": "a look, with its line in the log",
    "done_by_hand": "is told by what is done",
}


def functions():
    """Every function of the actions, with the names that it calls."""
    for app in APPS:
        for file in sorted(Path(f"plein/{app}/actions").glob("*.py")):
            for node in ast.parse(file.read_text()).body:
                if isinstance(node, ast.FunctionDef):
                    yield file.stem, node.name, set(called_in(node)), has_actor(node)


def called_in(node):
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name):
            yield each.func.id


def has_actor(node):
    return any(argument.arg == "by" for argument in node.args.kwonlyargs)


def telling(every):
    """The names that tell, by themselves or by what they call."""
    tells = {"tell"}
    while more := {name for _file, name, calls, _by in every if calls & tells} - tells:
        tells |= more
    return tells


def test_every_act_with_an_actor_leaves_a_line_or_says_why_not():
    every = list(functions())
    tells = telling(every)

    silent = {
        name
        for file, name, _calls, by in every
        if by and not name.startswith("_") and name not in tells and file not in QUIET
    }

    assert silent == ACTS_QUIETLY.keys()


def test_the_test_can_fail():
    every = [(file, name, calls - {"tell"}, by) for file, name, calls, by in functions()]

    assert telling(every) == {"tell"}
