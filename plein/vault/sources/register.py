"""All sources, in the order in which residents read them."""

from plein.vault.sources import (
    belastingdienst,
    bewoning,
    bijstand,
    brp,
    duo,
    kadaster,
    rdw,
    svb,
    uwv,
    vorderingen,
)
from plein.vault.sources.asking import ValueSource

SOURCES: dict[str, ValueSource] = {
    source.key: source
    for source in (
        brp.SOURCE,
        bewoning.SOURCE,
        uwv.SOURCE,
        svb.SOURCE,
        belastingdienst.SOURCE,
        vorderingen.SOURCE,
        bijstand.SOURCE,
        duo.SOURCE,
        rdw.SOURCE,
        kadaster.SOURCE,
    )
}


def add_source(source: ValueSource) -> None:
    """For an app above the vault that holds data of its own; called once, at the start."""
    SOURCES[source.key] = source
