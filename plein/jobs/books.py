"""Each night the books are counted anew; what does not hold makes the job fail, and is seen."""

from plein.ledger.queries import Findings, check_books


class BooksAreWrong(Exception):
    """With what was found: numbers of accounts and transfers, and no person."""

    def __init__(self, findings: Findings) -> None:
        super().__init__(str(findings))


def count_books() -> None:
    """Raises `BooksAreWrong`."""
    findings = check_books()
    if not findings.is_right():
        raise BooksAreWrong(findings)
