"""The names of a household on screen: read once at sign-in, kept for as long as that lasts."""

from django.utils.translation import gettext as _

from plein.identity.mandate_label import label_of
from plein.identity.models import Member
from plein.identity.queries import visible_among
from plein.web.request import ResidentRequest


class Family:
    """The members this resident may see, and what to call them."""

    def __init__(self, request: ResidentRequest) -> None:
        self.own = request.member
        self._helped = label_of(request.mandate) if request.mandate else ""
        self.members = visible_among(request.housemates, request.resident, request.today)
        self._names = request.session.get("names", {})

    def name_of(self, member: Member | None) -> str:
        """ "uzelf" for who asks, "uw gezin" for everybody together; a helper has an own word."""
        if member is None:
            return _("het gezin") if self._helped else _("uw gezin")
        if member.pk == self.own.pk:
            return self._helped or _("uzelf")
        return self._names.get(str(member.pk)) or member.get_role_display()

    @property
    def own_name(self) -> str:
        return self.first_name_of(str(self.own.pk))

    def first_name_of(self, member_id: str) -> str:
        """As the household chose it; empty where it was not read, as for a helper."""
        return str(self._names.get(member_id, ""))

    def find(self, member_id: str) -> Member | None:
        return next((m for m in self.members if str(m.pk) == member_id), None)
