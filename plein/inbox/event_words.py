"""Every event in the words of the resident. `{names}` come from the details of the event."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TASK_SET = "taak.gezet"
TASK_READY = "taak.klaargezet"
TASK_HANDED_IN = "taak.ingeleverd"
TASK_DONE = "taak.klaar"
TASK_MORE = "taak.aanvulling"
TASK_OBSTACLE = "taak.belemmering"
TASK_OPENED = "taak.weer_open"
TASK_MOVED = "taak.andere_dag"
TASK_DROPPED = "taak.vervallen"
PAPER_UNSAFE = "papier.niet_veilig"
CASE_REPORTED = "zaak.gemeld"
CASE_NO_SEARCH = "zaak.zonder_zoektermijn"
CASE_RECEIVED = "zaak.ontvangen"
CASE_STEP = "zaak.stap"
CASE_SUSPENDED = "zaak.opgeschort"
CASE_RESUMED = "zaak.hervat"
CASE_EXTENDED = "zaak.verlengd"
CASE_HANDLER = "zaak.behandelaar"
CASE_DECIDED = "zaak.besloten"
CASE_CLOSED = "zaak.afgerond"
CASE_WITHDRAWN = "zaak.ingetrokken"
CASE_REOPENED = "zaak.heropend"
SIGNATURE_ASKED = "handtekening.gevraagd"
SIGNATURE_SIGNED = "handtekening.getekend"
SIGNATURE_REFUSED = "handtekening.geweigerd"
SIGNATURE_WITHDRAWN = "handtekening.ingetrokken"
PARTNER_IN = "deelname.begonnen"
PARTNER_OUT = "deelname.gestopt"
PARTNER_BY_HAND = "deelname.kiezen"
PARTNER_TURN = "deelname.aan_de_beurt"
PARTNER_READY = "deelname.klaar"
DIRECTOR = "dossier.regisseur"
PROVISION_GIVEN = "voorziening.gegeven"
PROVISION_ENDED = "voorziening.gestopt"
BUDGET_GIVEN = "budget.toegekend"
BUDGET_WAITS = "budget.wachtlijst"
FOLLOWS_BY_HAND = "besluit.met_de_hand"
RELOCATION_NOTICED = "verhuizing.doorgegeven"
RELOCATION_WITHDRAWN = "verhuizing.ingetrokken"
RELOCATION_PARTNER = "verhuizing.organisatie"
RELOCATION_BY_HAND = "verhuizing.kiezen"
RELOCATION_ENDS = "verhuizing.stopt"
RELOCATION_HAND_OVER = "verhuizing.overdracht"
RELOCATION_LOOKED_AT = "verhuizing.bekijken"
RELOCATION_STAYS = "verhuizing.blijft"
APPOINTMENT_MADE = "afspraak.gemaakt"
APPOINTMENT_MOVED = "afspraak.verzet"
APPOINTMENT_CANCELLED = "afspraak.afgezegd"
APPOINTMENT_HELD = "afspraak.gehouden"
APPOINTMENT_MISSED = "afspraak.niet_verschenen"
CALL_ASKED = "terugbellen.gevraagd"
CALL_MISSED = "terugbellen.geen_gehoor"
CALL_MADE = "terugbellen.gebeld"
CALL_UNREACHED = "terugbellen.niet_bereikt"
CALL_WITHDRAWN = "terugbellen.ingetrokken"
TALK_ASKED = "gesprek.gevraagd"
TALK_ANSWERED = "gesprek.beantwoord"
TALK_HANDED_OVER = "gesprek.doorgegeven"
TALK_CLOSED = "gesprek.klaar"
OFFER_SUGGESTED = "aanbod.voorgesteld"

EVENT_WORDS: dict[str, str | Promise] = {
    TASK_SET: _("Wij vragen iets van u"),
    TASK_READY: _("Dit staat voor u klaar"),
    TASK_HANDED_IN: _("Wij hebben uw antwoord ontvangen"),
    TASK_DONE: _("Dit is klaar"),
    TASK_MORE: _("Wij hebben nog iets nodig"),
    TASK_OBSTACLE: _("U liet weten dat iets niet lukt"),
    TASK_OPENED: _("Dit staat weer voor u klaar"),
    TASK_MOVED: _("U hebt meer tijd, tot en met {day}"),
    TASK_DROPPED: _("Dit hoeft niet meer"),
    PAPER_UNSAFE: _("In een bestand zat een virus. Wij hebben het niet bewaard"),
    CASE_REPORTED: _("U hebt zich gemeld. Deze dag telt"),
    CASE_NO_SEARCH: _("U hoeft niet te wachten met uw aanvraag"),
    CASE_RECEIVED: _("Wij hebben uw aanvraag ontvangen"),
    CASE_STEP: _("{step}"),
    CASE_SUSPENDED: _("Wij wachten op u. Zolang loopt onze tijd om te beslissen niet door"),
    CASE_RESUMED: _("Wij hebben alles en gaan verder"),
    CASE_EXTENDED: _("Wij hebben meer tijd nodig. U hoort het vóór of op {day}"),
    CASE_HANDLER: _("{team} bekijkt uw aanvraag"),
    CASE_DECIDED: _("Wij hebben besloten"),
    CASE_CLOSED: _("Uw aanvraag is klaar"),
    CASE_WITHDRAWN: _("De aanvraag is gestopt"),
    CASE_REOPENED: _("Wij kijken opnieuw naar uw aanvraag"),
    SIGNATURE_ASKED: _("Wij vragen uw partner om ook te tekenen"),
    SIGNATURE_SIGNED: _("Uw partner heeft getekend"),
    SIGNATURE_REFUSED: _("Uw partner tekent niet"),
    SIGNATURE_WITHDRAWN: _("Uw partner hoeft niet meer te tekenen"),
    PARTNER_IN: _("{partner} werkt nu mee aan uw aanvraag"),
    PARTNER_OUT: _("{partner} werkt niet meer mee aan uw aanvraag"),
    PARTNER_BY_HAND: _("Wij zoeken samen met u wie u helpt"),
    PARTNER_TURN: _("{partner} is nu aan de beurt"),
    PARTNER_READY: _("{partner} heeft het werk gedaan. Wij gaan verder"),
    DIRECTOR: _("{team} heeft nu de leiding bij uw aanvraag"),
    PROVISION_GIVEN: _("U krijgt: {what}"),
    BUDGET_GIVEN: _("U hebt een budget gekregen: {scheme}"),
    BUDGET_WAITS: _("Het geld is op. U staat op de wachtlijst voor {scheme}"),
    FOLLOWS_BY_HAND: _("Wij regelen nog iets voor u. U hoort dat van ons"),
    PROVISION_ENDED: _("Dit stopt: {what}. De laatste dag is {day}"),
    RELOCATION_NOTICED: _("U gaf een verhuizing door"),
    RELOCATION_WITHDRAWN: _("Uw verhuizing gaat niet door"),
    RELOCATION_PARTNER: _("U bent verhuisd. {partner} helpt u nu"),
    RELOCATION_BY_HAND: _("U bent verhuisd. Wij zoeken samen met u wie u nu helpt"),
    RELOCATION_ENDS: _("U bent verhuisd. Vraag dit opnieuw aan bij uw nieuwe gemeente"),
    RELOCATION_HAND_OVER: _(
        "U bent verhuisd. Wilt u dat wij dit overdragen? Stuur ons een bericht"
    ),
    RELOCATION_LOOKED_AT: _("U bent verhuisd. Wij bekijken wat dat hiervoor betekent"),
    RELOCATION_STAYS: _("U bent verhuisd. Hier verandert niets"),
    APPOINTMENT_MADE: _("De afspraak staat: {kind}"),
    APPOINTMENT_MOVED: _("De afspraak is op een andere tijd: {kind}"),
    APPOINTMENT_CANCELLED: _("De afspraak gaat niet door: {kind}"),
    APPOINTMENT_HELD: _("Wij spraken elkaar: {kind}"),
    APPOINTMENT_MISSED: _("Wij hebben elkaar niet gesproken: {kind}"),
    CALL_ASKED: _("U vroeg of wij u bellen"),
    CALL_MISSED: _("Wij belden u. U nam niet op. Wij bellen nog een keer"),
    CALL_MADE: _("Wij hebben met u gebeld"),
    CALL_UNREACHED: _("Wij belden u twee keer. U nam niet op"),
    CALL_WITHDRAWN: _("Wij bellen u niet meer. Dat wilde u zo"),
    TALK_ASKED: _("U stuurde ons een bericht"),
    TALK_ANSWERED: _("Wij stuurden u een bericht"),
    TALK_HANDED_OVER: _("{team} beantwoordt nu uw vraag"),
    TALK_CLOSED: _("Uw vraag is klaar"),
    OFFER_SUGGESTED: _("Uw consulent stelt u iets voor: {title}"),
}


def words_of(name: str, details: dict[str, str]) -> str:
    return str(EVENT_WORDS[name]).format(**details)
