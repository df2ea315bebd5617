"""A regeling on screen: limits, the next period, and one of another municipality."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plein.web.doors import DESK
from plein.webshop.models import LimitRule, ProductGroup, Scheme, SchemePeriod, SchemeStatus
from plein.webshop.scheme_package import packed

LIMIT = {"group": "Fiets", "scope": "persoon", "window": "jaren", "years": "4", "most": "1"}


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def desk(bas, at_work):
    return at_work(bas.account, DESK)


def test_a_limit_is_set_read_in_words_and_taken_away(desk, kindpakket):
    page = desk.post(url("desk-limits", kindpakket.pk), LIMIT, follow=True)
    assert "Fiets: hoogstens 1 per persoon, in 4 jaar" in page.content.decode()

    drop = url("desk-limit-drop", kindpakket.pk, LimitRule.objects.get().pk)
    page = desk.post(drop, follow=True)

    assert "Er zijn geen grenzen" in page.content.decode()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"most": ""}, "Vul een aantal stuks in, of een bedrag."),
        ({"most_cents": "10,00"}, "Vul een aantal stuks in, of een bedrag."),
        ({"years": ""}, "Vul in over hoeveel jaar"),
        ({"window": "altijd"}, "Vul in over hoeveel jaar"),
        ({"category": "sport"}, "Kies een groep of een soort"),
        ({"scope": "huishouden", "age_from": "6"}, "alleen bij een grens per persoon"),
        ({"age_from": "13", "age_last": "6"}, "lager dan de eerste"),
    ],
)
def test_a_limit_that_does_not_fit_together_says_what_to_do(desk, kindpakket, wrong, says):
    page = desk.post(url("desk-limits", kindpakket.pk), LIMIT | wrong)

    assert page.status_code == 422
    assert says in page.content.decode()
    assert not LimitRule.objects.exists()


def test_the_limit_of_another_scheme_is_not_found(desk, kindpakket, open_period):
    other = open_period(name="Ander fonds")
    desk.post(url("desk-limits", other.pk), LIMIT)

    gone = desk.post(url("desk-limit-drop", kindpakket.pk, LimitRule.objects.get().pk))

    assert gone.status_code == 404
    assert LimitRule.objects.exists()


def test_a_product_is_put_in_a_group_when_it_is_approved(desk, kindpakket, swimming_lessons):
    version = swimming_lessons
    version.status = "ingediend"
    version.save(update_fields=["status"])

    desk.post(
        url("desk-product-decide", version.pk),
        {"schemes": str(kindpakket.scheme_id), "groep": "Zwemles"},
    )

    version.product.refresh_from_db()
    assert version.product.group == ProductGroup.objects.get(name="Zwemles")


def test_the_next_period_opens_its_form(desk, kindpakket):
    page = desk.post(url("desk-scheme-next", kindpakket.pk), follow=True)

    following = SchemePeriod.objects.get(name="2027")
    assert page.request["PATH_INFO"] == url("desk-scheme-edit", following.pk)
    again = desk.post(url("desk-scheme-next", kindpakket.pk), follow=True)
    assert "heeft al een volgende periode: 2027" in again.content.decode()


def test_a_scheme_is_saved_and_taken_over_under_another_name(desk, kindpakket):
    file = desk.get(url("desk-scheme-export", kindpakket.pk)).content
    upload = SimpleUploadedFile("regeling.json", file)

    page = desk.post(url("desk-scheme-adopt"), {"file": upload, "name": "Pakket"}, follow=True)

    assert page.status_code == 200
    assert Scheme.objects.get(name="Pakket").status == SchemeStatus.DRAFT


def test_a_wrong_file_says_what_is_wrong_and_makes_nothing(desk, kindpakket):
    content = json.loads(packed(kindpakket))
    content["scheme"]["amounts"][0]["cents"] = -5
    upload = SimpleUploadedFile("regeling.json", json.dumps(content).encode())

    page = desk.post(url("desk-scheme-adopt"), {"file": upload, "name": "Pakket"})

    assert page.status_code == 422
    assert "klopt scheme / amounts / 0 / cents niet" in page.content.decode()
    assert Scheme.objects.count() == 1


def test_the_editor_keeps_saving_points_and_households(desk, kindpakket):
    form = desk.get(url("desk-scheme-edit", kindpakket.pk)).context["form"].initial
    given = {name: value for name, value in form.items() if value not in (None, False)}
    for day in ("apply_from", "apply_last", "spend_from", "spend_last"):
        given[day] = given[day].strftime("%d-%m-%Y")
    rows = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-amount": "100,00"}
    more = {"saves_up_to": "300,00", "cents_per_point": "0,50", "is_pro_rata": "on"}

    desk.post(
        url("desk-scheme-edit", kindpakket.pk),
        given | rows | more | {"form-0-household_kind": "paar"},
    )

    kindpakket.refresh_from_db()
    assert (kindpakket.saves_up_to, kindpakket.is_pro_rata) == (30_000, True)
    assert kindpakket.scheme.cents_per_point == 50
    assert kindpakket.amounts.get().household_kind == "paar"


@pytest.mark.parametrize("name", ["desk-scheme", "desk-limits", "desk-scheme-edit"])
def test_pages_take_few_queries(desk, kindpakket, name, django_assert_max_num_queries):
    desk.post(url("desk-limits", kindpakket.pk), LIMIT)

    with django_assert_max_num_queries(14):  # of which two choose the municipality
        assert desk.get(url(name, kindpakket.pk)).status_code == 200
