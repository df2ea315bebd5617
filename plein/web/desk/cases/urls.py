"""The addresses of aanvragen for staff."""

from django.urls import path

from plein.web.desk.cases import (
    acts,
    awarding,
    case,
    deciding,
    dossier,
    hiding,
    judging,
    papers,
    partners,
    post,
    provisions,
    receipt,
    signing,
    worklist,
)
from plein.web.desk.offers import suggesting

urlpatterns = [
    path("", worklist.index, name="desk-cases"),
    path("lijst/", worklist.keep, name="desk-list-keep"),
    path("lijst/<uuid:list_id>/weg/", worklist.forget, name="desk-list-forget"),
    path("post/", post.letter, name="desk-letter"),
    path("<uuid:case_id>/post/<uuid:task_id>/", post.answer, name="desk-post-answer"),
    path("verborgen/", hiding.index, name="desk-hidden"),
    path("verborgen/<uuid:hiding_id>/<slug:answer>/", hiding.decide, name="desk-hidden-decide"),
    path("<uuid:case_id>/gebeurtenis/<uuid:event_id>/", hiding.propose, name="desk-hide"),
    path("dossier/<uuid:dossier_id>/", dossier.show, name="desk-dossier"),
    path("dossier/<uuid:dossier_id>/leiding/", dossier.direct, name="desk-dossier-direct"),
    path("<uuid:case_id>/", case.show, name="desk-case"),
    path("<uuid:case_id>/vraag/", acts.ask, name="desk-case-ask"),
    path("<uuid:case_id>/besluit/", deciding.decision, name="desk-case-decide"),
    path("<uuid:case_id>/advies/", deciding.advice, name="desk-case-advice"),
    path("<uuid:case_id>/advies/<uuid:advice_id>/", receipt.show, name="desk-case-receipt"),
    path(
        "<uuid:case_id>/voorstel/<uuid:proposal_id>/akkoord/",
        deciding.confirm,
        name="desk-case-confirm",
    ),
    path(
        "<uuid:case_id>/voorstel/<uuid:proposal_id>/terug/",
        deciding.back,
        name="desk-case-send-back",
    ),
    path(
        "<uuid:case_id>/met-de-hand/<uuid:follow_up_id>/",
        deciding.by_hand,
        name="desk-case-by-hand",
    ),
    path("<uuid:case_id>/waarom/<slug:name>/", acts.with_why, name="desk-case-why"),
    path("<uuid:case_id>/taak/<uuid:task_id>/<slug:name>/", judging.judge, name="desk-case-judge"),
    path("<uuid:case_id>/papier/<uuid:document_id>/", papers.download, name="desk-case-paper"),
    path("<uuid:case_id>/handtekening/", signing.ask, name="desk-case-sign"),
    path(
        "<uuid:case_id>/handtekening/<uuid:signature_id>/intrekken/",
        signing.let_go,
        name="desk-case-let-go",
    ),
    path("<uuid:case_id>/partner/", partners.partner, name="desk-case-partner"),
    path("<uuid:case_id>/partner/gebied/", partners.partner_nearby, name="desk-case-nearby"),
    path(
        "<uuid:case_id>/partner/<uuid:participation_id>/beurt/",
        partners.partner_turn,
        name="desk-case-partner-turn",
    ),
    path("<uuid:case_id>/uitkering/", awarding.start, name="desk-case-award"),
    path("<uuid:case_id>/stopt/", provisions.end, name="desk-provision-end"),
    path(
        "<uuid:case_id>/partner/<uuid:participation_id>/klaar/",
        partners.partner_out,
        name="desk-case-partner-out",
    ),
    path("<uuid:case_id>/aanbod/", suggesting.suggest_in_case, name="desk-case-suggest"),
    path("<uuid:case_id>/<slug:name>/", acts.act, name="desk-case-act"),
]
