"""What somebody called a file."""

import unicodedata
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _

from plein.kernel.dutch import dutch

LONGEST_NAME = 80


@dutch()
def plain_name(name: str) -> str:
    """Without folders, ending or signs that cannot be seen."""
    stem = PurePath(name.replace("\\", "/")).stem
    seen = "".join(sign for sign in stem if not unicodedata.category(sign).startswith("C"))
    return seen.strip()[:LONGEST_NAME] or str(_("papier"))
