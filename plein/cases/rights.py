"""Which cases an application may see (zrc-006): by case type and confidentiality."""

from django.db.models import QuerySet

from plein.cases.models import Case
from plein.identity.application import Application, Confidentiality, Scope

OF_A_CASE = Confidentiality.CASE  # of every aanvraag here, and so of its type (zrc-009)


def cases_for(application: Application, scope: Scope) -> QuerySet[Case]:
    keys = _case_types(application, scope)
    return Case.objects.all() if "" in keys else Case.objects.filter(case_type__key__in=keys)


def may_see(application: Application, scope: Scope, case: Case) -> bool:
    return bool({"", case.case_type.key} & _case_types(application, scope))


def _case_types(application: Application, scope: Scope) -> set[str]:
    """Keys of case types; an empty one stands for every one."""
    return {
        right.case_type
        for right in application.rights.all()
        if right.scope == scope and Confidentiality(right.highest).covers(OF_A_CASE)
    }
