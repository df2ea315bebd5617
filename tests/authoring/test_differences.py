"""Per part: what came, what went, what changed, and what of it is taken over."""

from plein.authoring.differences import ORDER, differences, taken_over

BASE = {
    "name": "Fiets",
    "tasks": [{"key": "a", "title": "Een"}, {"key": "b", "title": {"nl": "Twee", "en": "Two"}}],
    "languages": ["nl", "en"],
}


def changed(**more):
    return {**BASE, **more}


def found(ours, theirs, base=BASE):
    return {each.place: (each.kind, each.is_adapted) for each in differences(base, ours, theirs)}


def test_what_only_we_changed_is_no_difference():
    assert found(changed(name="Onze fiets"), BASE) == {}


def test_a_row_that_came_and_a_row_that_went():
    theirs = changed(tasks=[BASE["tasks"][1], {"key": "c", "title": "Drie"}])

    assert found(BASE, theirs) == {
        ("tasks", "a"): ("weg", False),
        ("tasks", "c"): ("nieuw", False),
    }


def test_a_text_is_compared_by_language():
    theirs = changed(
        tasks=[BASE["tasks"][0], {"key": "b", "title": {"nl": "Twee", "en": "Second"}}]
    )

    assert found(BASE, theirs) == {("tasks", "b", "title", "en"): ("anders", False)}


def test_a_line_that_becomes_a_text_in_two_languages_keeps_its_dutch():
    theirs = changed(name={"nl": "Fiets", "en": "Bike"})

    assert found(BASE, theirs) == {("name", "en"): ("nieuw", False)}
    assert taken_over(BASE, theirs, [("name", "en")])["name"] == {"nl": "Fiets", "en": "Bike"}


def test_another_order_is_one_difference():
    theirs = changed(tasks=BASE["tasks"][::-1])

    assert found(BASE, theirs) == {("tasks", ORDER): ("anders", False)}
    assert taken_over(BASE, theirs, [("tasks", ORDER)]) == theirs


def test_both_changed_it():
    assert found(changed(name="Onze"), changed(name="Hun")) == {("name",): ("anders", True)}


def test_without_a_base_all_that_differs_is_shown_and_nothing_of_ours_goes():
    ours = {**BASE, "owner": "Minima"}

    assert found(ours, changed(name="Hun"), base=None) == {("name",): ("anders", True)}


def test_all_of_it_taken_over_gives_theirs():
    theirs = changed(
        name="Hun",
        tasks=[{"key": "c", "title": "Drie"}, BASE["tasks"][1]],
        languages=["nl"],
        owner="Minima",
    )

    places = [each.place for each in differences(BASE, BASE, theirs)]

    assert taken_over(BASE, theirs, places) == theirs


def test_none_of_it_taken_over_leaves_ours():
    assert taken_over(BASE, changed(name="Hun"), []) == BASE


def test_a_new_row_comes_after_what_it_follows_there():
    theirs = changed(tasks=[BASE["tasks"][0], {"key": "c", "title": "Drie"}, BASE["tasks"][1]])

    taken = taken_over(BASE, theirs, [("tasks", "c")])

    assert [each["key"] for each in taken["tasks"]] == ["a", "c", "b"]
