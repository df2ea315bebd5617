"""With what is calculated here: the law, and the verordeningen of this municipality over it."""

from plein.bylaws.laid_over import own_norms
from plein.regelingen.library import rule_book
from plein.rules.of_municipality import Rules


def our_rules() -> Rules:
    """One query."""
    return Rules(rule_book(), own_norms(rule_book().norms))
