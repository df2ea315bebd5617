"""Aanvragen: everything that somebody asked for, and where each stands."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.cases.light import worst_of
from plein.cases.offered import case_types_offered
from plein.intake.models import Application
from plein.web.light_words import light_words
from plein.web.policies import resident_or_helped
from plein.web.request import ResidentRequest
from plein.web.resident.cases.own import own_files
from plein.web.resident.cases.shown import row_of, tasks_shown
from plein.web.resident.elsewhere.shown import beside_ours


@resident_or_helped
@require_GET
def cases(request: ResidentRequest) -> HttpResponse:
    files = own_files(request)
    rows = [row_of(file) for file in files]
    dossiers = {file.case.dossier_id: file.case.dossier for file in files}
    worst = worst_of(file.light for file in files)
    elsewhere = beside_ours(request)
    running = {file.case.case_type.key for file in files if file.case.is_open}
    context = {
        "light": light_words(worst) if worst else None,
        "tasks": [task for file in files for task in tasks_shown(file, request.today)],
        "elsewhere": elsewhere,
        "at_least": bool(elsewhere and elsewhere["failing"]),
        "running": [row for row in rows if row["is_open"]],
        "closed": [row for row in rows if not row["is_open"]],
        "dossiers": sorted(dossiers.values(), key=lambda each: each.question),
        "drafts": list(Application.objects.drafts_of(request.resident)),
        "offered": [each for each in case_types_offered(request.today) if each.key not in running],
    }
    return render(request, "web/resident/cases/list.html", context)
