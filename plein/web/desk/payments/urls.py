"""Where staff see benefits, and pay them."""

from django.urls import path

from plein.web.desk.payments import (
    accounts,
    award,
    awards,
    changing,
    checking,
    deciding,
    deductions,
    files,
    line,
    month,
    papers,
    runs,
    year_account,
)

urlpatterns = [
    path("", awards.index, name="desk-awards"),
    path("rekening/<uuid:account_id>/", accounts.settle, name="desk-account-settle"),
    path("inhouding/<uuid:deduction_id>/", deductions.one, name="desk-deduction"),
    path("inhouding/<uuid:deduction_id>/<slug:name>/", deductions.act, name="desk-deduction-act"),
    path("betalen/", runs.index, name="desk-payment-runs"),
    path("betalen/nieuw/", runs.new, name="desk-payment-run-new"),
    path("jaarrekening/", year_account.show, name="desk-year-account-now"),
    path("jaarrekening/<int:year>/", year_account.show, name="desk-year-account"),
    path("jaarrekening/<int:year>/blad/", year_account.sheet, name="desk-year-account-sheet"),
    path("betalen/bestand/<uuid:file_id>/", files.download, name="desk-payment-file"),
    path("betalen/<uuid:run_id>/", runs.show, name="desk-payment-run"),
    path("betalen/<uuid:run_id>/gezien/", checking.seen, name="desk-payment-seen"),
    path("betalen/<uuid:run_id>/regel/<int:number>/", line.hold, name="desk-payment-line"),
    path("betalen/<uuid:run_id>/doe/<slug:what>/", checking.act, name="desk-payment-act"),
    path("betalen/<uuid:run_id>/vervalt/", checking.drop, name="desk-payment-drop"),
    path("betalen/<uuid:run_id>/goedkeuren/", deciding.agree, name="desk-payment-approve"),
    path("betalen/<uuid:run_id>/terug/", deciding.back, name="desk-payment-back"),
    path("<uuid:award_id>/", award.show, name="desk-award"),
    path("<uuid:award_id>/maand/<int:year>/<int:number>/", month.show, name="desk-award-month"),
    path("<uuid:award_id>/papier/<uuid:document_id>/", papers.download, name="desk-award-paper"),
    path("<uuid:award_id>/situatie/", changing.situation, name="desk-award-situation"),
    path("<uuid:award_id>/stoppen/", changing.stop, name="desk-award-end"),
    path("<uuid:award_id>/overleden/", changing.died, name="desk-award-died"),
    path("<uuid:award_id>/inhoudingen/", deductions.index, name="desk-deductions"),
    path("<uuid:award_id>/rekening/", accounts.propose, name="desk-award-account"),
]
