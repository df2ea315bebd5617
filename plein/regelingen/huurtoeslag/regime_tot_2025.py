"""Until 2025 older people had household kinds of their own, and families no help above the cap."""

from datetime import date

from plein.rules.rule import rule
from plein.rules.words import alle, als, een_van, niet

UNTIL = date(2025, 1, 1)


@rule("Wet op de huurtoeslag art. 2", until=UNTIL)
def is_ouderenhuishouden(
    had_aow_leeftijd_op_1_januari,
    had_aow_leeftijd_op_1_januari_partner,
    toetsingsinkomen,
    toetsingsinkomen_partner,
    inkomen_medebewoners_met_aow,
    rekeninkomen,
    heeft_partner_in_huis,
    woont_alleen,
):
    """Meer dan de helft van het inkomen bij u thuis is van iemand met de AOW-leeftijd."""
    partner_telt_mee = alle(heeft_partner_in_huis, had_aow_leeftijd_op_1_januari_partner)
    van_ouderen = (
        als(had_aow_leeftijd_op_1_januari, toetsingsinkomen, 0)
        + als(partner_telt_mee, toetsingsinkomen_partner, 0)
        + inkomen_medebewoners_met_aow
    )
    alleen = alle(woont_alleen, had_aow_leeftijd_op_1_januari)
    samen = alle(niet(woont_alleen), 2 * van_ouderen > rekeninkomen)
    return een_van(alleen, samen)


@rule("Wet op de huurtoeslag art. 17 lid 1", until=UNTIL)
def inkomensijkpunt(is_ouderenhuishouden, woont_alleen, huurtoeslag):
    """Tot dit inkomen betaalt u het laagste bedrag aan huur zelf."""
    n = huurtoeslag
    ouderen = als(
        woont_alleen, n.inkomensijkpunt_eenpersoons_ouderen, n.inkomensijkpunt_meerpersoons_ouderen
    )
    anderen = als(woont_alleen, n.inkomensijkpunt_eenpersoons, n.inkomensijkpunt_meerpersoons)
    return als(is_ouderenhuishouden, ouderen, anderen)


@rule("Wet op de huurtoeslag art. 17 lid 2 en 3", until=UNTIL)
def laagste_normhuur(is_ouderenhuishouden, woont_alleen, huurtoeslag):
    """De normhuur die bij een laag inkomen hoort."""
    n = huurtoeslag
    ouderen = als(woont_alleen, n.verlaging_normhuur_eenpersoons, n.verlaging_normhuur_meerpersoons)
    return n.normhuur_bij_inkomensijkpunt - als(is_ouderenhuishouden, ouderen, 0)


@rule("Wet op de huurtoeslag art. 19 lid 2", until=UNTIL)
def factor_a(is_ouderenhuishouden, woont_alleen, huurtoeslag):
    """Het eerste getal waarmee wij uw normhuur berekenen."""
    n = huurtoeslag
    ouderen = als(woont_alleen, n.factor_a_eenpersoons_ouderen, n.factor_a_meerpersoons_ouderen)
    anderen = als(woont_alleen, n.factor_a_eenpersoons, n.factor_a_meerpersoons)
    return als(is_ouderenhuishouden, ouderen, anderen)


@rule("Wet op de huurtoeslag art. 19 lid 2", until=UNTIL)
def factor_b(is_ouderenhuishouden, woont_alleen, huurtoeslag):
    """Het tweede getal waarmee wij uw normhuur berekenen."""
    n = huurtoeslag
    ouderen = als(woont_alleen, n.factor_b_eenpersoons_ouderen, n.factor_b_meerpersoons_ouderen)
    anderen = als(woont_alleen, n.factor_b_eenpersoons, n.factor_b_meerpersoons)
    return als(is_ouderenhuishouden, ouderen, anderen)


@rule("Wet op de huurtoeslag art. 21 lid 1 onder c", until=UNTIL)
def vergoeding_boven_aftoppingsgrens(
    huur_boven_aftoppingsgrens,
    woont_alleen,
    bewoner_heeft_aow_leeftijd,
    heeft_aangepaste_woning,
    huurtoeslag,
):
    """Wat u vergoed krijgt van het bovenste deel van uw huur."""
    telt_mee = een_van(woont_alleen, bewoner_heeft_aow_leeftijd, heeft_aangepaste_woning)
    deel = als(telt_mee, huurtoeslag.deel_boven_aftoppingsgrens, 0)
    return deel * huur_boven_aftoppingsgrens
