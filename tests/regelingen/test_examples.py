"""The worked examples that stand beside the norms, each with its source."""

from decimal import Decimal

import pytest
import yaml

from plein.regelingen.library import FOLDER
from tests.regelingen.conftest import outcome_of

EXAMPLES = [
    pytest.param(example, id=f"{file.parent.name}: {example['name']}")
    for file in sorted(FOLDER.glob("*/examples.yaml"))
    for example in yaml.safe_load(file.read_text())
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_worked_example_comes_out_to_the_cent(example):
    for target, expected in example["expect"].items():
        found = outcome_of(target, example["day"], **example.get("facts", {}))[target]

        assert found == (expected if isinstance(expected, bool) else Decimal(str(expected)))
