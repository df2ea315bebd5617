"""Mijn overzicht: must something be done, and what is there to spend."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.appointments.models import Appointment
from plein.cases.light import worst_of
from plein.content.eighteen import may_show_of
from plein.tenants.models import Module
from plein.vault.queries.shared import open_requests
from plein.web.light_words import light_words
from plein.web.policies import resident_or_together
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.own import light_to_tell, task_to_tell, to_tell
from plein.web.resident.cases.own import own_files
from plein.web.resident.cases.shown import row_of, tasks_shown
from plein.web.resident.cases.to_sign import light_to_sign, task_to_sign, to_sign
from plein.web.resident.elsewhere.shown import beside_ours
from plein.web.resident.family import Family
from plein.web.resident.sharing.tasks import as_task
from plein.web.templatetags.plein_ui import day
from plein.webshop.models import LineStatus, OrderLine
from plein.webshop.queries.budgets import grants_for

MOST_TASKS = 5
MOST_COMING = 3


@resident_or_together
@require_GET
def overview(request: ResidentRequest) -> HttpResponse:
    family = Family(request)
    has_shop = request.municipality.has(Module.WEBSHOP)
    files, signatures = own_files(request), to_sign(request.resident)
    elsewhere, asked, today = beside_ours(request), to_tell(request), request.today
    lights = [
        *(file.light for file in files),
        *(light_to_sign(each, today) for each in signatures),
        *(light_to_tell(each, today) for each in asked),
    ]
    worst, born = worst_of(lights), request.member.birth_month
    context = {
        "name": family.own_name,
        "light": light_words(worst) if worst else None,
        "case_tasks": [
            *(task_to_sign(each, today) for each in signatures),
            *(task_to_tell(each, today) for each in asked),
            *(task for file in files for task in tasks_shown(file, today)),
        ],
        "appointments": list(
            Appointment.objects.of(request.resident).coming(request.now)[:MOST_COMING]
        ),
        "elsewhere": elsewhere,
        "at_least": bool(elsewhere and elsewhere["failing"]),
        "running": [row_of(file) for file in files if file.case.is_open],
        "budgets": _budgets(request, family),
        "to_decide": _to_decide(request) if request.municipality.has(Module.VAULT) else [],
        "has_vault": request.municipality.has(Module.VAULT),
        "waiting": _to_pick_up(request) if has_shop else [],
        "turns_18": born is not None and may_show_of(born, today),
    }
    return render(request, "web/resident/overview.html", context)


def _budgets(request: ResidentRequest, family: Family) -> list[dict[str, object]]:
    """What is there to spend, with a way to the shop where there is one."""
    has_shop = request.municipality.has(Module.WEBSHOP)
    return [
        {
            "scheme": grant.period.scheme,
            "name": family.name_of(grant.member),
            "left": grant.budget.balance,
            "total": grant.amount,
            "until": grant.period.last_day,
            "url": f"{reverse('shop')}?voor={grant.member_id or family.own.pk}" if has_shop else "",
        }
        for grant in grants_for(request.household, family.members, request.today)
    ]


def _to_decide(request: ResidentRequest) -> list[dict[str, object]]:
    """Who waits for a yes or a no."""
    return [as_task(each) for each in open_requests(request.resident, request.today)]


def _to_pick_up(request: ResidentRequest) -> list[dict[str, object]]:
    """What waits at a provider, soonest to lapse first, as `web/parts/task.html` shows it."""
    lines = (
        OrderLine.objects.filter(order__placed_by=request.resident, status=LineStatus.RESERVED)
        .select_related("version", "pickup__provider__organisation")
        .order_by("pickup__valid_until")[:MOST_TASKS]
    )
    return [
        {
            "url": reverse("order", args=[line.order_id]),
            "title": _("Haal op: %(title)s") % {"title": line.version.title},
            "for_what": line.pickup.provider.organisation.name,
            "when": _("Tot en met %(day)s") % {"day": day(line.pickup.last_day)},
            "icon": "qr-code",
        }
        for line in lines
    ]
