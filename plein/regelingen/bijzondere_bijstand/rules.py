"""Participatiewet (BWBR0015703) art. 35: which costs are needed a person decides.

What people can pay themselves (draagkracht) is policy: from which part of the norm, which share
and over how many months, the municipality sets; so is the use of the threshold of lid 2.
"""

from plein.rules.rule import rule
from plein.rules.words import hoogste, op_centen


@rule("Participatiewet art. 35 lid 1")
def draagkracht_uit_inkomen(middelen_in_aanmerking, bijstandsnorm, bijzondere_bijstand):
    """Wat u volgens uw gemeente van uw inkomen zelf kunt betalen."""
    n = bijzondere_bijstand
    ruimte = hoogste(0, middelen_in_aanmerking - n.draagkracht_vanaf * bijstandsnorm)
    return n.draagkracht_maanden * n.draagkracht_deel_van_inkomen * ruimte


@rule("Participatiewet art. 35 lid 1")
def draagkracht_over(draagkracht_uit_inkomen, vermogen_boven_grens, draagkracht_al_gebruikt):
    """Wat u nog zelf kunt betalen van uw inkomen en van wat u bezit."""
    return hoogste(0, draagkracht_uit_inkomen + vermogen_boven_grens - draagkracht_al_gebruikt)


@rule("Participatiewet art. 35 lid 2")
def drempel_over(drempel_al_gebruikt, bijzondere_bijstand):
    """Het deel van de kosten dat u in een jaar altijd zelf betaalt, als uw gemeente dat wil."""
    n = bijzondere_bijstand
    return n.drempel_geldt * hoogste(0, n.drempel_per_jaar - drempel_al_gebruikt)


@rule("Participatiewet art. 35 lid 1 en 2")
def bijzondere_bijstand_voor_kosten(bijzondere_kosten, drempel_over, draagkracht_over):
    """De bijzondere bijstand voor deze kosten, als gift of als lening."""
    return op_centen(hoogste(0, bijzondere_kosten - drempel_over - draagkracht_over))


@rule("Participatiewet art. 35 lid 1")
def kan_bijzondere_kosten_niet_betalen(draagkracht_over):
    """Volgens uw gemeente hoeft u bijzondere kosten niet zelf te betalen."""
    return draagkracht_over <= 0
