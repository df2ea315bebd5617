"""Werkloosheidswet (BWBR0004045) art. 43 to 47: the benefit of a month."""

from plein.rules.rule import rule
from plein.rules.words import alle, als, hoogste, laagste, op_centen


@rule("WW art. 44 lid 1", per_person=True)
def ww_maandloon(ww_dagloon, ww):
    """Het loon per maand waar uw WW mee rekent."""
    return ww.dagen_per_maand * laagste(ww_dagloon, ww.hoogste_dagloon)


@rule("WW art. 47 lid 1", per_person=True, unit="deel")
def ww_deel(ww_maanden_gehad, ww):
    """Het deel van uw loon dat u als WW krijgt."""
    in_het_begin = ww_maanden_gehad < ww.aantal_eerste_maanden
    return als(in_het_begin, ww.deel_eerste_maanden, ww.deel_daarna)


@rule("WW art. 47 lid 1", per_person=True)
def inkomen_dat_telt_voor_ww(brutoloon_per_maand, ww_dagloon, ww):
    """Het loon dat uw WW deze maand lager maakt."""
    verhouding = laagste(1, ww.hoogste_dagloon / hoogste(ww_dagloon, 1))
    return brutoloon_per_maand * verhouding


@rule("WW art. 20 lid 1 en art. 42", per_person=True)
def heeft_recht_op_ww(ww_maanden_over, ww_maandloon, brutoloon_per_maand, ww):
    """Uw WW loopt nog, en u verdient niet te veel om WW te houden."""
    grens = ww.eindigt_boven_deel * ww_maandloon
    return alle(ww_maanden_over > 0, ww_maandloon > 0, brutoloon_per_maand <= grens)


@rule("WW art. 47", per_person=True)
def ww_per_maand(heeft_recht_op_ww, ww_deel, ww_maandloon, inkomen_dat_telt_voor_ww):
    """Uw WW in deze maand, voor belasting en zonder vakantiegeld."""
    bedrag = op_centen(ww_deel * hoogste(0, ww_maandloon - inkomen_dat_telt_voor_ww))
    return als(heeft_recht_op_ww, bedrag, 0)


@rule("Wet op de loonbelasting 1964 art. 10", per_person=True)
def bruto_uitkering_per_maand(
    ww_per_maand, aow_per_maand, pensioen_per_maand, andere_uitkering_per_maand
):
    """Al uw uitkeringen en pensioen in deze maand samen, voor belasting; geen bijstand."""
    return ww_per_maand + aow_per_maand + pensioen_per_maand + andere_uitkering_per_maand
