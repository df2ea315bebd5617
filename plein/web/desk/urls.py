"""Where staff go."""

from django.urls import include, path

from plein.web.desk import (
    control,
    corrections,
    credits,
    erasures,
    ibans,
    look_questions,
    odd_looks,
    participation,
    people,
    products,
    providers,
    returns,
    settlements,
    sign_ups,
)
from plein.web.desk.assisted import pages as assisted
from plein.web.desk.bylaws import pages as bylaws
from plein.web.desk.claims import pages as claims
from plein.web.desk.home import home
from plein.web.desk.live import live
from plein.web.desk.municipality import (
    areas,
    coverage,
    house_style,
    information,
    journeys,
    logo,
    modules,
    overview,
    texts,
)
from plein.web.public.urls import everywhere, handler400, handler403, handler404, handler500
from plein.web.work.urls import work_urls

__all__ = ["handler400", "handler403", "handler404", "handler500"]

PREFIX = "medewerkers/"


def at(route: str, view: object, name: str) -> object:
    return path(PREFIX + route, view, name=name)  # type: ignore[call-overload]


urlpatterns = [
    at("", home, "desk-home"),
    path(PREFIX + "aanvragen/", include("plein.web.desk.cases.urls")),
    at("live/", live, "desk-live"),
    path(PREFIX + "verzenden/", include("plein.web.desk.deliveries.urls")),
    at("inwoners/", people.search, "desk-person"),
    at("samen/", assisted.index, "desk-together"),
    at("samen/<uuid:session_id>/", assisted.show, "desk-together-one"),
    at("samen/<uuid:session_id>/<slug:how>/", assisted.confirm, "desk-together-confirm"),
    path(PREFIX + "afspraken/", include("plein.web.desk.appointments.urls")),
    path(PREFIX + "berichten/", include("plein.web.desk.talk.urls")),
    path(PREFIX + "beleid/", include("plein.web.desk.policy.urls")),
    path(PREFIX + "signalen/", include("plein.web.desk.signals.urls")),
    path(PREFIX + "terugbetalen/", include("plein.web.desk.debts.urls")),
    path(PREFIX + "uitkeringen/", include("plein.web.desk.payments.urls")),
    path(PREFIX + "regelingen/", include("plein.web.desk.schemes.urls")),
    at("krediet/", credits.index, "desk-credits"),
    at("krediet/<uuid:credit_id>/goedkeuren/", credits.approve, "desk-credit-approve"),
    path(PREFIX + "budgetten/", include("plein.web.desk.grants.urls")),
    at("producten/", products.index, "desk-products"),
    at("producten/<uuid:version_id>/", products.show, "desk-product"),
    at("producten/<uuid:version_id>/besluit/", products.decide, "desk-product-decide"),
    at("aanbieders/", providers.index, "desk-providers"),
    at("aanbieders/nieuw/", providers.new, "desk-provider-new"),
    at("aanbieders/aanmelding/<uuid:signup_id>/", sign_ups.show, "desk-sign-up"),
    at("aanbieders/rekening/<uuid:ibanchange_id>/", ibans.decide, "desk-iban-decide"),
    at("aanbieders/<uuid:provider_id>/rekening/", ibans.ask, "desk-iban-ask"),
    at("aanbieders/<uuid:provider_id>/", providers.show, "desk-provider"),
    at(
        "aanbieders/<uuid:provider_id>/regelingen/<uuid:scheme_id>/",
        participation.part,
        "desk-part",
    ),
    at("retouren/", returns.index, "desk-shop-returns"),
    at("retouren/<uuid:line_id>/", returns.take_back, "desk-shop-return"),
    at("declaraties/", claims.index, "desk-claims"),
    at("declaraties/<uuid:claim_id>/", claims.show, "desk-claim"),
    at("declaraties/<uuid:claim_id>/vragen/", claims.ask, "desk-claim-ask"),
    at("declaraties/<uuid:claim_id>/goedkeuren/", claims.approve, "desk-claim-approve"),
    at("declaraties/<uuid:claim_id>/afwijzen/", claims.refuse, "desk-claim-refuse"),
    at("declaraties/<uuid:claim_id>/papier/<uuid:document_id>/", claims.paper, "desk-claim-paper"),
    at("controle/", control.index, "desk-control"),
    at("controle/<uuid:period_id>/", control.period, "desk-control-period"),
    at("controle/<uuid:period_id>/stap/<slug:step>/", control.rows, "desk-control-rows"),
    at(
        "controle/<uuid:period_id>/jaarrekening.<slug:form>",
        control.account,
        "desk-control-account",
    ),
    at("controle/regel/<uuid:line_id>/", control.line, "desk-control-line"),
    at("betalen/<uuid:batch_id>/aangeboden/", settlements.sent, "desk-settlement-sent"),
    at("betalen/", settlements.index, "desk-settlements"),
    at("betalen/nieuw/", settlements.new, "desk-settlement-new"),
    at("betalen/<uuid:batch_id>/", settlements.show, "desk-settlement"),
    at("betalen/<uuid:batch_id>/goedkeuren/", settlements.approve, "desk-settlement-approve"),
    at("betalen/<uuid:batch_id>/afkeuren/", settlements.reject, "desk-settlement-reject"),
    at("betalen/<uuid:batch_id>/bestand/", settlements.file, "desk-settlement-file"),
    at("betalen/specificatie/<uuid:instruction_id>/", settlements.spec, "desk-settlement-spec"),
    at(
        "betalen/specificatie/<uuid:instruction_id>/bestand/",
        settlements.spec_sheet,
        "desk-settlement-sheet",
    ),
    path(PREFIX + "bank/", include("plein.web.desk.bank.urls")),
    path(PREFIX + "uitkeringen/bestand/", include("plein.web.desk.payments_import.urls")),
    path(PREFIX + "organisaties/", include("plein.web.desk.recipients.urls")),
    at("gemeente/", overview.overview, "desk-municipality"),
    at("gemeente/huisstijl/", house_style.edit, "desk-style"),
    at("gemeente/huisstijl/voorbeeld-<slug:digest>.css", house_style.sheet, "desk-style-sheet"),
    at("gemeente/logo/", logo.edit, "desk-logo"),
    at("gemeente/logo/weg/", logo.remove, "desk-logo-remove"),
    at("gemeente/teksten/", texts.edit, "desk-texts"),
    at("gemeente/informatie/", information.index, "desk-information"),
    path(PREFIX + "gemeente/tips/", include("plein.web.desk.tips.urls")),
    at("gemeente/modules/", modules.index, "desk-modules"),
    at("gemeente/modules/<slug:module>/", modules.switch, "desk-module"),
    at("gemeente/gebieden/", areas.index, "desk-areas"),
    at("gemeente/gebieden/nieuw/", areas.set_parts, "desk-area-set"),
    at("gemeente/gebieden/wie/", areas.agree, "desk-area-contract"),
    at("gemeente/gebieden/wie/<uuid:contract_id>/", areas.end, "desk-area-end"),
    at("gemeente/aanvragen/", coverage.show, "desk-coverage"),
    at("gemeente/aanvragen/invullen/", journeys.show, "desk-journeys"),
    at("gemeente/aanvragen/invullen/<slug:key>/", journeys.steps, "desk-journey-steps"),
    path(PREFIX + "gemeente/maken/", include("plein.web.desk.journeys.urls")),
    at("gemeente/bedragen/", bylaws.index, "desk-bylaws"),
    at("gemeente/bedragen/besluit/<uuid:bylaw_id>/", bylaws.decide, "desk-bylaw-decide"),
    at("gemeente/bedragen/<slug:regeling>/", bylaws.propose, "desk-bylaw-new"),
    at("meldingen/", corrections.index, "desk-corrections"),
    at("meldingen/<uuid:correction_id>/", corrections.show, "desk-correction"),
    at("wissen/", erasures.index, "desk-erasures"),
    at("wissen/<uuid:erasure_id>/", erasures.approve, "desk-erasure"),
    at("vragen/", look_questions.index, "desk-look-questions"),
    at("vragen/opvallend/", odd_looks.index, "desk-odd-looks"),
    at("vragen/<uuid:question_id>/", look_questions.show, "desk-look-question"),
    *work_urls(PREFIX),
    *everywhere,
]
