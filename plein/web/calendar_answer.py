"""A calendar file as an answer: to keep, under a name that says what is in it."""

from django.http import HttpResponse


def calendar_answer(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response
