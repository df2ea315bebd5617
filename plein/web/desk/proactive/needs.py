"""Hulp aanbieden instellen: every need with its state, and how often it was of use."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.identity.roles import Right
from plein.identity.switch import Switched
from plein.journeys.languages import DUTCH
from plein.proactive.models import NeedSwitch
from plein.proactive.need import Need
from plein.proactive.standing import switched_needs
from plein.tenants.models import Module
from plein.web.desk.switches import standing
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.MANAGE_OFFERS, Module.VAULT)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    rows = [row_of(each, request) for each in switched_needs()]
    return render(request, "web/desk/proactive/needs.html", {"rows": rows})


def row_of(each: Switched[Need, NeedSwitch], request: StaffRequest) -> dict[str, Any]:
    words = each.rule.words_in(DUTCH)
    return standing(each, request) | {"need": each.rule, "title": words.title}
