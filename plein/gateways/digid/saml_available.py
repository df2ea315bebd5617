"""Is the optional part for SAML there, and does it fit together? Asked at the start."""

from importlib import import_module

_PARTS = ("lxml.etree", "xmlsec", "onelogin.saml2.settings")


class SamlNotAvailable(Exception):
    """Said to the person who installs Plein."""


def check_saml_available() -> None:
    """Raises `SamlNotAvailable` when the extra is missing or its parts do not match.

    xmlsec and lxml each carry their own libxml2; with two versions in one process documents
    break silently, so xmlsec refuses to load.
    """
    for part in _PARTS:
        try:
            import_module(part)
        except ModuleNotFoundError:
            raise SamlNotAvailable(
                f"DigiD over SAML needs {part}. Install requirements/saml.txt."
            ) from None
        except Exception as problem:  # the error class of xmlsec lives in what does not load
            raise SamlNotAvailable(
                f"{part} does not load ({problem}). Install xmlsec and lxml together, "
                "exactly as pinned in requirements/saml.txt."
            ) from problem
