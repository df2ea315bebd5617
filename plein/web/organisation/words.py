"""States in the words of who asked."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from plein.vault.models import GrantState, RequestState, ShareRequest, SharingGrant
from plein.vault.queries.recipients import UNDER_WAY

REQUEST = {
    RequestState.SENT: _("Code nog niet gebruikt"),
    RequestState.SEEN: _("De inwoner bekijkt uw vraag"),
    RequestState.GIVEN: _("De inwoner zei ja"),
    RequestState.PARTLY: _("De inwoner gaf een deel"),
    RequestState.REFUSED: _("De inwoner zei nee"),
    RequestState.EXPIRED: _("Verlopen"),
}
GRANT = {
    GrantState.ACTIVE: _("Loopt"),
    GrantState.WITHDRAWN: _("Gestopt door de inwoner"),
    GrantState.EXPIRED: _("Afgelopen"),
    GrantState.USED_UP: _("Alle keren bekeken"),
    GrantState.CLOSED: _("De aanvraag is klaar"),
}
USE_ENDED = _("Gestopt door de gemeente")


def request_words(request: ShareRequest, day: date) -> object:
    """As it is on this day, whether or not the night noticed."""
    state = RequestState(request.state)
    late = state in UNDER_WAY and not request.is_open_on(day)
    return REQUEST[RequestState.EXPIRED if late else state]


def grant_words(grant: SharingGrant, at: datetime) -> object:
    state = grant.state_at(at)
    return USE_ENDED if state == GrantState.ACTIVE and not grant.use.is_open else GRANT[state]
