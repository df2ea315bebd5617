"""The start says what is wrong with the SAML extra, in words that help."""

import pytest

from plein.gateways.digid import saml_available
from plein.gateways.digid.saml_available import SamlNotAvailable, check_saml_available


def test_a_missing_part_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(saml_available, "_PARTS", ("no_such_part",))

    with pytest.raises(SamlNotAvailable, match=r"no_such_part.*requirements/saml.txt"):
        check_saml_available()


def test_parts_that_do_not_fit_together_are_named(monkeypatch: pytest.MonkeyPatch):
    def refuse(part: str) -> None:
        raise RuntimeError("lxml & xmlsec libxml2 library version mismatch")

    monkeypatch.setattr(saml_available, "import_module", refuse)

    with pytest.raises(SamlNotAvailable, match=r"version mismatch.*together"):
        check_saml_available()
