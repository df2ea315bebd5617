"""The forms of schemes. On screen the last day is in the period; in the model it is not."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.identity.models import School
from plein.web.fields import DayField, MoneyField
from plein.web.forms import PleinForm
from plein.webshop.models import HouseholdKind, SchemeKind, SchemePeriod, SubjectKind
from plein.webshop.scheme_plan import Amount, SchemePlan, suggested_amounts

ONE_DAY = timedelta(days=1)
ROWS = 8  # of amounts, without scripts


class SchemeForm(PleinForm):
    """Name, texts and dates of a scheme."""

    name = forms.CharField(label=_("Naam"), max_length=80)
    summary = forms.CharField(
        label=_("Uitleg voor inwoners"),
        help_text=_("Korte zinnen. Wat is het, en voor wie?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
    )
    legal_ground = forms.CharField(
        label=_("Grondslag"), help_text=_("De verordening of beleidsregel."), max_length=200
    )
    subject = forms.ChoiceField(
        label=_("Voor wie is een budget?"), choices=SubjectKind.choices, widget=forms.RadioSelect
    )
    period_name = forms.CharField(
        label=_("Periode"), help_text=_("Bijvoorbeeld 2026"), max_length=40
    )
    apply_from = DayField(label=_("Aanvragen vanaf"))
    apply_last = DayField(label=_("Aanvragen tot en met"))
    spend_from = DayField(label=_("Besteden vanaf"))
    spend_last = DayField(label=_("Besteden tot en met"))
    is_pro_rata = forms.BooleanField(
        label=_("Wie later begint, krijgt het deel van de maanden die over zijn"), required=False
    )
    once_in_years = forms.IntegerField(
        label=_("Eén budget in hoeveel jaar?"),
        help_text=_("Laat leeg als iemand elke periode opnieuw een budget kan krijgen."),
        required=False,
        min_value=2,
        max_value=20,
    )
    saves_up_to = MoneyField(
        label=_("Sparen: hoeveel gaat hoogstens mee naar de volgende periode?"),
        help_text=_("Laat leeg als wat over is, terug gaat naar de pot."),
        required=False,
        min_cents=1,
    )
    cents_per_point = MoneyField(
        label=_("Waarde van één punt"),
        help_text=_("Laat leeg voor bedragen in euro. Met 0,50 is € 100 gelijk aan 200 punten."),
        required=False,
        min_cents=1,
    )
    takes_claims = forms.BooleanField(
        label=_("Inwoners mogen een bon insturen en het geld terugvragen"), required=False
    )

    def clean(self) -> dict[str, Any]:
        for first, last in (("apply_from", "apply_last"), ("spend_from", "spend_last")):
            start, end = self.cleaned_data.get(first), self.cleaned_data.get(last)
            if start and end and end < start:
                self.add_error(last, _("Deze dag is voor de eerste dag. Kies een latere dag."))
        return self.cleaned_data

    def plan(self, kind: SchemeKind, amounts: list[Amount]) -> SchemePlan:
        given = self.cleaned_data
        return SchemePlan(
            kind=kind,
            name=given["name"],
            summary=given["summary"],
            legal_ground=given["legal_ground"],
            subject=SubjectKind(given["subject"]),
            period_name=given["period_name"],
            apply_from=given["apply_from"],
            apply_until=given["apply_last"] + ONE_DAY,
            spend_from=given["spend_from"],
            spend_until=given["spend_last"] + ONE_DAY,
            amounts=amounts,
            cents_per_point=given["cents_per_point"],
            is_pro_rata=given["is_pro_rata"],
            once_in_years=given["once_in_years"],
            saves_up_to=given["saves_up_to"],
            takes_claims=given["takes_claims"],
        )


class AmountForm(PleinForm):
    """One row: for whom, and how much. An empty row is left out."""

    marks_optional = False
    age_from = forms.IntegerField(
        label=_("Vanaf leeftijd"), required=False, min_value=0, max_value=120
    )
    age_last = forms.IntegerField(
        label=_("Tot en met leeftijd"), required=False, min_value=0, max_value=120
    )
    school = forms.ChoiceField(
        label=_("School"), required=False, choices=[("", _("maakt niet uit")), *School.choices]
    )
    household_kind = forms.ChoiceField(
        label=_("Huishouden"),
        required=False,
        choices=[("", _("maakt niet uit")), *HouseholdKind.choices],
    )
    amount = MoneyField(label=_("Bedrag"), required=False)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        first, last = given.get("age_from"), given.get("age_last")
        chosen = given.get("school") or given.get("household_kind")
        if (first or last or chosen) and not given.get("amount"):
            self.add_error("amount", _("Vul een bedrag in, of maak de hele rij leeg."))
        if first is not None and last is not None and last < first:
            self.add_error("age_last", _("Deze leeftijd is lager dan de eerste. Draai ze om."))
        return given


class AmountRows(forms.BaseFormSet):  # type: ignore[type-arg]
    def clean(self) -> None:
        if not any(self.errors) and not amounts_in(self):
            raise forms.ValidationError(_("Vul minstens één bedrag in."))


def amounts_in(rows: "forms.BaseFormSet[Any]") -> list[Amount]:
    """The rows that are filled in."""
    filled = [form.cleaned_data for form in rows.forms if form.cleaned_data.get("amount")]
    return [
        Amount(
            row["amount"],
            row["age_from"],
            None if row["age_last"] is None else row["age_last"] + 1,
            row["school"],
            row["household_kind"],
        )
        for row in filled
    ]


AmountFormSet = forms.formset_factory(AmountForm, AmountRows, extra=0, min_num=ROWS, max_num=ROWS)


class CreditForm(PleinForm):
    amount = MoneyField(
        label=_("Hoeveel geld is er nodig?"),
        error_messages={"required": _("Vul een bedrag in. Bijvoorbeeld: 10.000,00")},
    )

    def clean_amount(self) -> int:
        cents: int = self.cleaned_data["amount"]
        if not cents:
            raise forms.ValidationError(_("Vul een bedrag in dat hoger is dan 0."))
        return cents


def initial_for(period: SchemePeriod) -> dict[str, object]:
    """A scheme as its form shows it."""
    scheme = period.scheme
    return {
        "name": scheme.name,
        "summary": scheme.summary,
        "legal_ground": scheme.legal_ground,
        "subject": scheme.subject,
        "period_name": period.name,
        "apply_from": period.apply_from,
        "apply_last": period.apply_until - ONE_DAY,
        "spend_from": period.spend_from,
        "spend_last": period.spend_until - ONE_DAY,
        "is_pro_rata": period.is_pro_rata,
        "once_in_years": period.once_in_years,
        "saves_up_to": period.saves_up_to,
        "cents_per_point": scheme.cents_per_point,
        "takes_claims": period.takes_claims,
    }


def amounts_of(period: SchemePeriod) -> list[dict[str, object]]:
    return [
        {
            "age_from": rule.age_from,
            "age_last": None if rule.age_until is None else rule.age_until - 1,
            "school": rule.school,
            "household_kind": rule.household_kind,
            "amount": rule.amount,
        }
        for rule in period.amounts.all()
    ]


def template_amounts(kind: SchemeKind) -> list[dict[str, object]]:
    """The rows a template begins with; staff fill in the amounts."""
    return [
        {
            "age_from": row.age_from,
            "age_last": None if row.age_until is None else row.age_until - 1,
            "school": row.school,
        }
        for row in suggested_amounts(kind)
    ]
