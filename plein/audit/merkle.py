"""The root of a Merkle tree over a stream of leaves, as in Certificate Transparency (RFC 6962 2.1).

Takes as many leaves as come, and keeps one digest per level.
"""

from hashlib import sha256

_LEAF, _NODE = b"\x00", b"\x01"  # so that a leaf can never pass for a node


class Tree:
    def __init__(self) -> None:
        self.size = 0
        self._left: list[bytes] = []  # whole subtrees that wait for their right half

    def add(self, leaf: bytes) -> None:
        digest = sha256(_LEAF + leaf).digest()
        self.size += 1
        whole = self.size
        while whole % 2 == 0:
            digest = sha256(_NODE + self._left.pop() + digest).digest()
            whole //= 2
        self._left.append(digest)

    def root(self) -> bytes:
        """The root over what was added so far; of nothing, the digest of nothing."""
        if not self._left:
            return sha256().digest()
        *rest, root = self._left
        for left in reversed(rest):
            root = sha256(_NODE + left + root).digest()
        return root
