"""In the place of an amount that we do not have: it only matters to who needs it."""

from typing import Any, NoReturn

from plein.rules.refusals import NormMissing


class Missing:
    """Whatever is calculated with it is missing as well; who looks what it is, hears why.

    So a branch of `als` that is not taken may lack its norms. A comparison never gets an answer:
    it raises the `NormMissing`, and then the whole rule is missing.
    """

    def __init__(self, reason: NormMissing) -> None:
        self.reason = reason

    def _stays(self, *_: Any) -> "Missing":
        return self

    def _tells_why(self, *_: Any) -> NoReturn:
        raise self.reason

    __add__ = __radd__ = __sub__ = __rsub__ = _stays
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _stays
    __neg__ = _stays
    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _tells_why
    __iter__ = __getitem__ = _tells_why
