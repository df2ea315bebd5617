"""A paper of elsewhere, as a file to keep: fetched now, judged and scanned as any other file."""

from django.utils.translation import gettext_lazy as _

from plein.casestores.connecting import client_for
from plein.casestores.in_our_words import papers_of
from plein.casestores.kept import Paper
from plein.casestores.models import ForeignCase
from plein.documents.receiving import Received, receive
from plein.gateways.zgw.calls import NotThere
from plein.identity.application import Confidentiality
from plein.kernel.refusal import Refusal


class PaperNotScanned(Refusal):
    message = _("Wij kunnen dit papier nu niet controleren. Probeer het later opnieuw.")


class PaperGone(Refusal):
    message = _("Dit papier is er niet meer. Bel ons als u het nodig hebt.")


def fetch_paper(case: ForeignCase, paper: Paper) -> Received:
    """Calls the store and the scanner, so never in a transaction; nothing of it is kept.

    Raises `PaperGone`, `PaperNotScanned`, and those of the store and of `receive`.
    """
    client = client_for(case.state.store, case.state.resident)
    document = client.document(paper.url)
    highest = Confidentiality(case.state.store.highest)
    if document is None or not document.is_final or not papers_of([document], highest):
        raise PaperGone
    try:
        received = receive(paper.title, client.content(document))
    except NotThere:
        raise PaperGone from None
    if not received.is_scanned:
        raise PaperNotScanned
    return received
