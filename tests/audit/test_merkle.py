from hashlib import sha256

import pytest

from plein.audit.merkle import Tree


def root_of(leaves):
    """The root as RFC 6962 2.1 defines it: split at the largest power of two below the count."""
    if not leaves:
        return sha256().digest()
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\x01" + root_of(leaves[:split]) + root_of(leaves[split:])).digest()


def tree_of(leaves):
    tree = Tree()
    for leaf in leaves:
        tree.add(leaf)
    return tree


@pytest.mark.parametrize("count", range(40))
def test_a_stream_has_the_root_of_the_standard(count):
    leaves = [str(number).encode() for number in range(count)]

    assert tree_of(leaves).root() == root_of(leaves)


def test_another_order_is_another_root():
    assert tree_of([b"a", b"b", b"c"]).root() != tree_of([b"a", b"c", b"b"]).root()


def test_a_last_leaf_twice_is_another_root():
    assert tree_of([b"a", b"b", b"c"]).root() != tree_of([b"a", b"b", b"c", b"c"]).root()


def test_a_node_does_not_pass_for_a_leaf():
    pair = tree_of([b"a", b"b"])

    assert tree_of([pair.root()]).root() != pair.root()
