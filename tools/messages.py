"""The words of residents in other languages: refresh the catalogues from the source.

`make messages` reads the strings of the areas below, keeps what was translated, takes out what
is gone, and compiles. The tests hold the catalogues against the source in the same way.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import django.conf
import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "plein" / "locale"
SPECIAL = ("bijzonder", "strafrechtelijk")  # asked for apart
ELEMENTS = ROOT / "plein" / "vault" / "catalogue" / "elements.yaml"
LANGUAGES = ("en", "ar", "uk")
# What a resident reads from the first page up to the aanvraag, its appointments and messages.
AREAS = (
    "appointments/**/*.py",
    "content/*.py",
    "content/tips/tip.py",
    "gateways/digid/types.py",
    "identity/digid.py",
    "cases/actions/moving.py",
    "cases/letters/appointments.py",
    "cases/letters/summary.py",
    "delivery/by_push.py",
    "delivery/notices.py",
    "delivery/sending_codes.py",
    "delivery/templates/delivery/mail/*.txt",
    "cases/actions/opening.py",
    "cases/actions/reporting.py",
    "cases/actions/relocating.py",
    "cases/actions/settling.py",
    "cases/actions/signing.py",
    "cases/actions/tasks.py",
    "cases/models/*.py",
    "documents/models/*.py",
    "inbox/**/*.py",
    "intake/**/*.py",
    "kernel/*.py",
    "offers/models/*.py",
    "offers/actions/responding.py",
    "offers/actions/suggesting.py",
    "payments/actions/asking.py",
    "payments/actions/telling.py",
    "payments/models/debts.py",
    "payments/actions/paying_back.py",
    "payments/owed_statement.py",
    "payments/signals/declared_data.py",
    "payments/signals/kinds/*.py",
    "payments/specification.py",
    "proactive/access.py",
    "proactive/export.py",
    "proactive/need.py",
    "tenants/texts.py",
    "web/claim_words.py",
    "webshop/actions/claim_drafts.py",
    "webshop/actions/claims.py",
    "webshop/home.py",
    "webshop/models/claims.py",
    "web/context.py",
    "web/fields.py",
    "web/forms.py",
    "web/from_page.py",
    "web/guessing.py",
    "web/intake_words.py",
    "web/step_form.py",
    "web/question_fields.py",
    "web/light_words.py",
    "web/received_files.py",
    "web/sessions.py",
    "web/opening_words.py",
    "web/talking.py",
    "web/public/information/*.py",
    "web/resident/activation.py",
    "web/resident/basket.py",
    "web/resident/family.py",
    "web/resident/favourites.py",
    "web/resident/forms.py",
    "web/resident/order_words.py",
    "web/resident/orders.py",
    "web/resident/paying.py",
    "web/resident/shop*.py",
    "web/resident/stock_wish.py",
    "web/resident/freshness.py",
    "web/resident/overview.py",
    "web/resident/sign_in.py",
    "web/resident/eidas_words.py",
    "web/resident/appointments/*.py",
    "web/resident/benefit/*.py",
    "web/resident/calling/*.py",
    "web/resident/cases/*.py",
    "web/resident/claims/*.py",
    "web/resident/eighteen/*.py",
    "web/resident/elsewhere/*.py",
    "web/resident/intake/*.py",
    "web/resident/map/*.py",
    "web/resident/offers/*.py",
    "web/resident/payback/*.py",
    "web/resident/talk/*.py",
    "web/resident/proactive/*.py",
    "web/resident/tips/*.py",
    "web/templatetags/*.py",
    "web/templates/web/*.html",
    "web/templates/web/errors/*.html",
    "web/templates/web/parts/*.html",
    "web/templates/web/widgets/*.html",
    "web/templates/web/public/help.html",
    "web/templates/web/public/help/*.html",
    "web/templates/web/public/information/*.html",
    "web/templates/web/resident/overview.html",
    "web/templates/web/resident/again.html",
    "web/templates/web/resident/welcome.html",
    "web/templates/web/resident/bsn_unknown.html",
    "web/templates/web/resident/appointments/*.html",
    "web/templates/web/resident/benefit/*.html",
    "web/templates/web/resident/calling/*.html",
    "web/templates/web/resident/cases/*.html",
    "web/templates/web/resident/claims/*.html",
    "web/templates/web/resident/eighteen/*.html",
    "web/templates/web/resident/elsewhere/*.html",
    "web/templates/web/resident/intake/*.html",
    "web/templates/web/resident/offers/*.html",
    "web/templates/web/resident/payback/*.html",
    "web/templates/web/resident/talk/*.html",
    "web/templates/web/resident/proactive/*.html",
    "web/templates/web/resident/tips/*.html",
    "web/templates/web/resident/activation.html",
    "web/templates/web/resident/basket.html",
    "web/templates/web/resident/budget_uses.html",
    "web/templates/web/resident/check.html",
    "web/templates/web/resident/favourites.html",
    "web/templates/web/resident/needs_name.html",
    "web/templates/web/resident/order*.html",
    "web/templates/web/resident/product.html",
    "web/templates/web/resident/proof.html",
    "web/templates/web/resident/shop*.html",
    "webshop/actions/activating.py",
    "webshop/actions/basket.py",
    "webshop/actions/orders.py",
    "webshop/actions/own_share.py",
    "webshop/actions/releasing.py",
    "webshop/actions/reserving.py",
    "webshop/actions/stock_wishes.py",
    "webshop/ages.py",
    "webshop/amounts.py",
    "webshop/limits.py",
    "webshop/models/catalogue.py",
    "webshop/models/grants.py",
    "webshop/models/own_share.py",
    "webshop/wishes.py",
)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
}
WRITTEN = datetime(2026, 11, 28, tzinfo=UTC)
Id = str | tuple[str, ...]


def main() -> None:
    django.conf.settings.configure(USE_I18N=True)
    for language in LANGUAGES:
        refresh(language)


def refresh(language: str) -> None:
    """A string that is gone is gone; a new one waits, empty, for its translation."""
    known, fresh = catalogue(language), empty(language)
    for identity in sorted(strings(), key=str):
        before = known.get(identity)
        fresh.add(identity, before.string if before else None, flags=flags_of(identity))
    path = po_file(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_po(fresh))
    path.with_suffix(".mo").write_bytes(compiled(fresh))


def empty(language: str) -> Catalog:
    """Without a clock in it, so that the same words are the same file."""
    return Catalog(
        language,
        header_comment="# Plain words for residents. Refresh with `make messages`.",
        project="Plein",
        version="1",
        msgid_bugs_address="",
        last_translator="Plein",
        language_team="Plein",
        creation_date=WRITTEN,
        revision_date=WRITTEN,
        charset="utf-8",
        fuzzy=False,
    )


def catalogue(language: str) -> Catalog:
    path = po_file(language)
    if not path.exists():
        return Catalog(language)
    with path.open("rb") as opened:
        return read_po(opened, locale=language)


def compiled(words: Catalog) -> bytes:
    written = io.BytesIO()
    write_mo(written, words)
    return written.getvalue()


def strings() -> set[Id]:
    return {identity for file in files() for identity in strings_of(file)} | shown_names()


def shown_names() -> set[Id]:
    """Of what the vault shows while somebody fills in, or asks a yes for: data, and in no code."""
    every = yaml.safe_load(ELEMENTS.read_text(encoding="utf-8"))
    return {
        str(element["nl"])
        for element in every
        if element["ask"] == "confirm" or element["sens"] in SPECIAL
    }


def files() -> Iterator[Path]:
    for area in AREAS:
        yield from sorted((ROOT / "plein").glob(area))


def strings_of(file: Path) -> Iterator[Id]:
    """A template becomes as much of Python as the reader of strings needs."""
    source = file.read_text()
    if file.suffix in {".html", ".txt"}:
        source = f"({templatize(source)}\n)"
    found = extract_python(io.BytesIO(source.encode()), KEYWORDS, [], {})
    for _line, keyword, words, _comments in found:
        if keyword.startswith("ngettext"):
            yield tuple(words[:2])
        elif isinstance(words, str):
            yield words


def flags_of(identity: Id) -> tuple[str, ...]:
    """How Django fills in: `%(name)s` of a template, which a translation must hold as well."""
    return ("python-format",) if "%(" in str(identity) else ()


def po_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def as_po(words: Catalog) -> bytes:
    written = io.BytesIO()
    write_po(written, words, width=100, omit_header=False, sort_output=True)
    return written.getvalue()


if __name__ == "__main__":
    main()
