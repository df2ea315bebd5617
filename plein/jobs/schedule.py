"""All recurring work of Plein: each night, for each municipality."""

from collections.abc import Callable
from datetime import date, datetime

from plein.appointments.actions.forgetting import forget_calls
from plein.appointments.actions.reminding import remind_of_tomorrow
from plein.assisted.actions.sessions import forget_orders, lapse_unconfirmed
from plein.cases.actions.taking_effect import apply_relocations
from plein.casestores.actions.sweeping import read_again
from plein.content.tips.choosing import forget_choices
from plein.content.tips.showing import forget_shown
from plein.delivery.actions.unread import end_unanswered, put_unread_on_paper
from plein.delivery.sending import queue_overdue
from plein.documents.scanning import scan_waiting
from plein.documents.storing import forget_loose_files
from plein.inbox.actions.forgetting import forget_signals
from plein.inbox.sending_reminders import queue_reminders
from plein.intake.actions.filling_in import forget_drafts
from plein.jobs.books import count_books
from plein.jobs.municipality_keys import forget_rotated_key
from plein.kernel.actor import system
from plein.offers.actions.closing import close_ended, forget_responses
from plein.policy.actions import forget_runs
from plein.proactive.actions.looking import forget_offers, look_for_all
from plein.tenants.seals import seal_log
from plein.vault.actions.closing import expire_requests, note_ended
from plein.vault.actions.credential_states import expire_credentials
from plein.vault.actions.erasing import erase_due
from plein.vault.actions.exports import forget_exports
from plein.vault.actions.old_versions import destroy_old_versions
from plein.vault.actions.scenarios import forget_scenarios
from plein.vault.actions.showing import forget_showings
from plein.webshop.actions.closing import (
    expire_old_codes,
    forget_addresses,
    lapse_ended_grants,
)
from plein.webshop.actions.cutting import cut_links
from plein.webshop.actions.dropping_claim_drafts import forget_claim_drafts
from plein.webshop.actions.favourites import forget_wishes
from plein.webshop.actions.forgetting_claims import forget_claims
from plein.webshop.actions.paying import lapse_all_unpaid
from plein.webshop.actions.stock_wishes import forget_stock_wishes
from plein.webshop.actions.waiting import grant_all_waiting
from plein.webshop.checkout import queue_waiting_refunds
from plein.webshop.imports.booking import queue_left_files
from plein.webshop.locating import queue_unlocated
from plein.workflows.announcing_payments import announce_payments
from plein.workflows.asking_statements import ask_for_calls, ask_for_statements
from plein.workflows.late_statements import work_in_late_statements
from plein.workflows.letters import queue_letters
from plein.workflows.metering import count_use
from plein.workflows.owed_letters import queue_owed_letters
from plein.workflows.paying import queue_stopped_runs
from plein.workflows.signals import destroy_old_signals, look_for_signals
from plein.workflows.specifying import queue_left_over
from plein.workflows.telling_of_stock import tell_of_stock
from plein.workflows.warning_of_lapse import warn_of_lapse

Work = Callable[[date, datetime], object]

NIGHTLY: dict[str, Work] = {
    "samen gedaan en niet bevestigd": lambda day, at: lapse_unconfirmed(
        by=system("niet bevestigd"), at=at
    ),
    "budgets die aflopen": lambda day, at: lapse_ended_grants(
        day, by=system("budgets die aflopen"), at=at
    ),
    "budgetten van de wachtlijst": lambda day, at: grant_all_waiting(
        at, by=system("budgetten van de wachtlijst")
    ),
    "bestanden van budgetten die bleven liggen": lambda day, at: queue_left_files(),
    "aanbod van organisaties dat eindigt": lambda day, at: close_ended(
        day, by=system("aanbod van organisaties dat eindigt"), at=at
    ),
    "reacties op aanbod vergeten": lambda day, at: forget_responses(
        day, by=system("reacties op aanbod vergeten"), at=at
    ),
    "codes die verlopen": lambda day, at: expire_old_codes(
        day, by=system("codes die verlopen"), at=at
    ),
    "declaraties vergeten": lambda day, at: forget_claims(
        day, by=system("declaraties vergeten"), at=at
    ),
    "declaraties die nooit verstuurd zijn": lambda day, at: forget_claim_drafts(
        day, by=system("declaraties die nooit verstuurd zijn"), at=at
    ),
    "budgetten van lang geleden vergeten": lambda day, at: cut_links(
        day, by=system("bewaartermijn"), at=at
    ),
    "samen besteld vergeten": lambda day, at: forget_orders(),
    "boekhouding natellen": lambda day, at: count_books(),
    "adressen vergeten": lambda day, at: forget_addresses(day),
    "bewaarde producten en mandjes vergeten": lambda day, at: forget_wishes(day),
    "bestellingen die niet betaald zijn": lambda day, at: lapse_all_unpaid(at=at),
    "eigen bijdragen die terug moeten": lambda day, at: queue_waiting_refunds(),
    "vragen die verlopen": lambda day, at: expire_requests(
        day, by=system("vragen die verlopen"), at=at
    ),
    "delen dat afloopt": lambda day, at: note_ended(at),
    "logboek verzegelen": lambda day, at: seal_log(day, by=system("logboek verzegelen"), at=at),
    "verklaringen die verlopen": lambda day, at: expire_credentials(
        by=system("verklaringen die verlopen"), at=at
    ),
    "getoonde codes vergeten": lambda day, at: forget_showings(at=at),
    "kluizen wissen": lambda day, at: erase_due(by=system("kluizen wissen"), at=at),
    "oude versies vernietigen": lambda day, at: destroy_old_versions(
        by=system("oude versies vernietigen"), at=at
    ),
    "wat als vergeten": lambda day, at: forget_scenarios(by=system("wat als vergeten"), at=at),
    "getoonde tips vergeten": lambda day, at: forget_shown(day),
    "keuzes over tips vergeten": lambda day, at: forget_choices(day),
    "oude sleutels vergeten": lambda day, at: forget_rotated_key(
        by=system("oude sleutels vergeten"), at=at
    ),
    "klaargezette bestanden vergeten": lambda day, at: forget_exports(at=at),
    "papieren controleren": lambda day, at: scan_waiting(at=at),
    "losse bestanden vergeten": lambda day, at: forget_loose_files(at=at),
    "nieuws voor open pagina's vergeten": lambda day, at: forget_signals(at=at),
    "aanvragen die bleven liggen": lambda day, at: forget_drafts(
        by=system("aanvragen die bleven liggen"), at=at
    ),
    "verhuizingen die ingaan": lambda day, at: apply_relocations(
        day, by=system("verhuizingen die ingaan"), at=at
    ),
    "zaken elders bijhouden": lambda day, at: read_again(
        by=system("zaken elders bijhouden"), at=at
    ),
    "afspraken van morgen": lambda day, at: remind_of_tomorrow(day, at=at),
    "nummers om te bellen vergeten": lambda day, at: forget_calls(
        by=system("nummers om te bellen vergeten"), at=at
    ),
    "opgave van inkomen vragen": lambda day, at: ask_for_statements(day, at=at),
    "bellen over de opgave": lambda day, at: ask_for_calls(day, at=at),
    "betalingen aankondigen": lambda day, at: announce_payments(day, at=at),
    "budgetten die bijna aflopen": lambda day, at: warn_of_lapse(day, at=at),
    "wat er weer is in de winkel": lambda day, at: tell_of_stock(day, at=at),
    "wachten op de winkel vergeten": lambda day, at: forget_stock_wishes(day),
    "plekken die nog niet op de kaart staan": lambda day, at: queue_unlocated(),
    "specificaties die bleven liggen": lambda day, at: queue_left_over(),
    "herinneringen klaarzetten": lambda day, at: queue_reminders(day, at=at),
    "ongelezen berichten op papier": lambda day, at: put_unread_on_paper(at=at),
    "inkomen dat later kwam": lambda day, at: work_in_late_statements(at=at),
    "signalen zoeken": lambda day, at: look_for_signals(day, at=at),
    "signalen vernietigen": lambda day, at: destroy_old_signals(at=at),
    "hulp aanbieden": lambda day, at: look_for_all(by=system("hulp aanbieden"), at=at),
    "aangeboden hulp vergeten": lambda day, at: forget_offers(day),
    "brieven die bleven liggen": lambda day, at: queue_letters(),
    "brieven over terugbetalen die bleven liggen": lambda day, at: queue_owed_letters(),
    "betalingen die bleven liggen": lambda day, at: queue_stopped_runs(),
    "verzendingen die bleven liggen": lambda day, at: queue_overdue(at=at),
    "verzendingen zonder antwoord": lambda day, at: end_unanswered(at=at),
    "gebruik tellen": lambda day, at: count_use(day, at=at),
    "berekeningen van beleid vergeten": lambda day, at: forget_runs(at=at),
}
