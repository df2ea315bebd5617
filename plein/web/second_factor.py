"""Did this session prove two things: the password, and something in the person's hands?"""

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest


def is_proven(request: HttpRequest) -> bool:
    """Whether an account that is active signed in with its second factor in this session."""
    if not request.user.is_authenticated or not request.user.is_active:
        return False
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)
