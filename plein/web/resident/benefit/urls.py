"""The addresses of Mijn uitkering; a month is written as 2026-11."""

from datetime import date

from django.urls import path, register_converter

from plein.web.resident.benefit import account, explained, looked, page, papers, statement, yearly


class MonthConverter:
    regex = "20[0-9]{2}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m}"


register_converter(MonthConverter, "month")

urlpatterns = [
    path("", page.benefit, name="benefit"),
    path("<month:month>/", page.of_month, name="benefit-month"),
    path("<month:month>/uitleg/<slug:target>/", explained.explained, name="benefit-explained"),
    path("gekeken/", looked.looked, name="benefit-looked"),
    path("rekening/", account.form, name="benefit-account"),
    path("rekening/kijk/", account.check, name="benefit-account-check"),
    path("rekening/klaar/", account.done, name="benefit-account-done"),
    path("specificatie/<int:line_id>/", papers.specification, name="benefit-paper"),
    path("jaar/<int:year>/", yearly.page, name="benefit-year"),
    path("jaar/<int:year>/pdf/", yearly.pdf, name="benefit-year-pdf"),
    path("opgave/<month:month>/", statement.form, name="benefit-statement"),
    path("opgave/<month:month>/kijk/", statement.check, name="benefit-statement-check"),
    path("opgave/<month:month>/klaar/", statement.done, name="benefit-statement-done"),
    path("opgave/<month:month>/loonstrook/", papers.payslip, name="benefit-payslip"),
]
