"""A bare page of Django: five look-ups by key, and a small template."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

ROW = "<li>{{ row.0 }}: {{ row.1 }}</li>"
ROWS = Engine().from_string(f"<ul>{{% for row in rows %}}{ROW}{{% endfor %}}</ul>")


def page(_request: HttpRequest) -> HttpResponse:
    rows = []
    with connection.cursor() as cursor:
        for number in range(5):
            cursor.execute("SELECT id, balance FROM bare_account WHERE id = %s", [number])
            rows += cursor.fetchall()
    return HttpResponse(ROWS.render(Context({"rows": rows})))


urlpatterns = [path("bare/", page)]
