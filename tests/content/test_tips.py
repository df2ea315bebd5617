"""Every tip that residents can read: plain, with its law, its owner and its version."""

from datetime import date
from hashlib import sha256

import pytest

from plein.content.tips.checks import STARTS
from plein.content.tips.library import tips, traits
from plein.content.tips.looks import LOOKS, norm_of
from plein.content.tips.register import described
from plein.identity.algorithm_register import record_of
from plein.journeys.languages import LANGUAGES
from plein.kernel.reading_level import judge
from plein.regelingen.library import rule_book
from tests.content.tip_versions import AGREED

WRITTEN_ON = date(2026, 11, 28)


@pytest.mark.parametrize("tip", tips().values(), ids=lambda tip: tip.key)
def test_a_tip_is_plain(tip):
    said = tip.words_in("nl")

    for text in (said.title, said.reason):
        level = judge(text)
        assert (level.hard_words, level.long_sentences) == ((), ())
    assert said.reason.startswith(STARTS)


@pytest.mark.parametrize("key", traits())
def test_a_trait_is_plain_in_each_language(key):
    trait = traits()[key]

    for so in (True, False):
        level = judge(trait.said("nl", so=so))
        assert (level.hard_words, level.long_sentences) == ((), ())
        assert all("{" not in trait.said(language, so=so) for language in LANGUAGES)


def test_no_look_is_without_a_trait():
    used = {type(trait.look) for trait in traits().values()}

    assert used == set(LOOKS.values())


def test_every_norm_that_a_trait_names_is_there():
    for trait in traits().values():
        for name in filter(
            None, (getattr(trait.look, "below", 0), getattr(trait.look, "turns_norm", 0))
        ):
            assert norm_of(name, rule_book().norms).on(WRITTEN_ON).value


def test_a_tip_that_asks_something_else_has_another_version():
    """Two people agree to a version. Changed this table? Then raise the version in the file."""
    assert {key: (tip.version, judged_by(tip)) for key, tip in tips().items()} == AGREED


def judged_by(tip) -> str:
    asked = [
        f"{name}={traits()[name].element}:{traits()[name].look!r}"
        for name in sorted(tip.condition.names)
    ]
    return sha256("\n".join([str(tip.condition), *asked]).encode()).hexdigest()[:12]


@pytest.mark.parametrize("tip", tips().values(), ids=lambda tip: tip.key)
def test_its_record_says_what_the_rule_says(tip, emmen):
    record = record_of(described(tip), emmen, None)

    assert record["status"] == "In ontwikkeling"
    assert record["source_id"] == f"plein-emmen-tip-{tip.key}"
    assert record["lawful_basis"].startswith(tip.law[0].said)
    assert not any("{" in str(value) for value in record.values())
    for name in tip.condition.names:
        assert traits()[name].said("nl") in record["methods_and_models"] or traits()[name].no
