"""The worked examples that stand beside the norms, each with its source."""

from decimal import Decimal

import pytest
import yaml

from plein.regelingen.library import FOLDER
from tests.regelingen.conftest import norms_of, outcome_of

EXAMPLES = [
    pytest.param(file.parent.name, example, id=f"{file.parent.name}: {example['name']}")
    for file in sorted(FOLDER.glob("*/examples.yaml"))
    for example in yaml.safe_load(file.read_text())
]


@pytest.mark.parametrize(("regeling", "example"), EXAMPLES)
def test_a_worked_example_comes_out_to_the_cent(regeling, example):
    norms = norms_of(regeling, example["gemeente"]) if "gemeente" in example else None
    facts = example.get("facts", {})

    for target, expected in example["expect"].items():
        found = outcome_of(target, example["day"], norms=norms, **facts)[target]

        assert found == (expected if isinstance(expected, bool) else Decimal(str(expected)))
