"""Software of others is let in by a command, and its secret is shown once."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from plein.audit.models import Act
from plein.identity.application import Application, Confidentiality, Scope
from plein.identity.sealed_columns import COLUMNS
from plein.tenants.key_change import change_key, seal_anew
from tests.cast import NOON, TESTS

GIVEN = [
    "emmen",
    "portaal",
    "--organisation=Portaal Drenthe",
    "--why=om u te laten zien wat er loopt",
    "--basis=Awb artikel 2:1",
    "--scopes",
    "zaken.lezen",
    "taken.lezen",
]


def add(*more) -> str:
    """The secret that was printed."""
    out = StringIO()
    call_command("add_application", *GIVEN, *more, stdout=out)
    return re.search(r": (\S+)$", out.getvalue().strip())[1]


def test_an_application_gets_a_secret_and_the_rights_that_were_named(emmen):
    secret = add("--case-types", "individuele_inkomenstoeslag", "--highest", "intern")

    application = Application.objects.get()
    rights = application.rights.values_list("scope", "case_type", "highest")
    assert application.secret() == secret.encode()
    assert not application.may_have_bsn
    assert sorted(rights) == [
        (Scope.TASKS, "individuele_inkomenstoeslag", Confidentiality.INTERNAL),
        (Scope.CASES, "individuele_inkomenstoeslag", Confidentiality.INTERNAL),
    ]
    assert secret not in str(list(Act.objects.values()))


def test_the_bsn_is_for_who_was_given_it_by_name(emmen):
    add("--bsn")

    assert Application.objects.get().may_have_bsn


def test_a_name_is_given_out_once(emmen):
    add()

    with pytest.raises(CommandError, match="portaal"):
        add()


def test_a_place_or_name_that_is_not_there_is_named(emmen):
    with pytest.raises(CommandError, match="nergens"):
        call_command("add_application", "nergens", *GIVEN[1:])
    with pytest.raises(CommandError, match="nergens"):
        call_command("end_application", "nergens", "portaal")
    with pytest.raises(CommandError, match="niemand"):
        call_command("end_application", "emmen", "niemand")


def test_an_application_that_ends_is_kept_with_its_moment(emmen):
    add()

    call_command("end_application", "emmen", "portaal", stdout=StringIO())

    assert Application.objects.get().ended_at is not None
    assert Act.objects.filter(name="identity.application.ended").exists()


def test_the_secret_moves_along_with_the_key_of_the_municipality(emmen):
    secret = add()
    before = bytes(Application.objects.get().secret_sealed)

    change_key(by=TESTS, at=NOON)
    seal_anew(COLUMNS)

    application = Application.objects.get()
    assert bytes(application.secret_sealed) != before
    assert application.secret() == secret.encode()
