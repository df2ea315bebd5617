"""The key of a form that moves money: sent twice, it counts once."""

from uuid import UUID, uuid4

from django.http import HttpRequest

KEY = "key"


def form_key(request: HttpRequest) -> UUID:
    """As it came with the form; a new one where somebody changed it."""
    try:
        return UUID(request.POST.get(KEY, ""))
    except ValueError:
        return uuid4()
