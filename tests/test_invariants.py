"""Where each invariant of dossiers, aanvragen and the channels around them is tested."""

from pathlib import Path

import pytest

TESTED = {
    "1 one dossier for a resident and a question, and nothing across municipalities": {
        "cases/test_handing_over.py": ["test_another_question_has_a_dossier_of_its_own"],
        "cases/test_cases.py": ["test_another_municipality_sees_nothing_of_it"],
    },
    "2 an organisation sees its part, and after its end nothing": {
        "cases/test_participating.py": [
            "test_a_case_of_another_kind_is_not_its_part",
            "test_who_is_out_sees_nothing_from_the_next_request",
        ]
    },
    "3 every act of staff is told, unless two people withhold it on a ground": {
        "inbox/test_every_act_is_told.py": [
            "test_every_act_with_an_actor_leaves_a_line_or_says_why_not"
        ],
        "inbox/test_hiding.py": ["test_it_is_seen_until_a_second_person_agrees"],
    },
    "4 nobody is kept from filing by what is open; the stamp and the filing are both kept": {
        "intake/test_filling_in_and_filing.py": ["test_what_is_open_keeps_nobody_from_filing"],
        "cases/test_cases.py": ["test_paper_counts_from_its_stamp"],
    },
    "5 terms in calendar days, suspended and worked out anew from events": {
        "cases/test_terms.py": ["test_the_term_is_its_length_plus_what_was_waited_and_added"]
    },
    "6 nobody waits for the resident without something to do": {
        "cases/test_cases.py": ["test_nobody_waits_for_nothing"]
    },
    "7 what was handed in stays, and paper counts from its stamp": {
        "cases/test_papers_of_a_case.py": ["test_a_second_round_never_erases_the_first"],
        "web/desk/test_post_desk.py": ["test_an_answer_by_post_keeps_its_day_and_the_term_goes_on"],
    },
    "8 who helped does not judge, and stopping is for the resident": {
        "web/test_together.py": [
            "test_who_helped_with_an_answer_does_not_judge_it",
            "test_stopping_an_aanvraag_is_for_the_resident_alone",
        ]
    },
    "9 who signs along is another person": {
        "cases/test_signatures.py": ["test_the_database_refuses_who_made_the_aanvraag"]
    },
    "10 a mandate acts for its giver under the name of its holder, and ends by itself": {
        "web/resident/test_acting_for_another.py": [
            "test_what_the_helper_sends_is_of_the_resident_and_says_who_did_it",
            "test_the_last_day_is_not_in_it",
        ],
        "vault/test_family_scenarios.py": [
            "test_13_a_page_of_a_parent_that_was_left_open_shuts_on_the_birthday"
        ],
        "identity/test_help_of_a_minor.py": [
            "test_it_runs_the_last_second_of_17_and_not_the_first_of_18"
        ],
        "web/resident/test_eighteen_pages.py": [
            "test_at_midnight_the_open_session_of_her_mother_ends_and_what_they_did_stays_hers"
        ],
    },
    "11 one organisation for an address, a service and a day, and never a guess": {
        "cases/test_routing.py": [
            "test_two_that_come_at_once_are_still_one",
            "test_a_secret_address_goes_to_a_person",
        ]
    },
    "12 a move has an effect on every aanvraag, once": {
        "cases/test_relocation.py": [
            "test_a_notice_is_taken_from_28_days_before",
            "test_a_second_run_changes_nothing",
        ]
    },
    "13 reminders stop with the goal, come by day, and at most once": {
        "inbox/test_reminders.py": ["test_whatever_happens_nobody_is_bothered"]
    },
    "14 a message with legal effect is sent, proven, and else becomes a letter": {
        "cases/test_letters.py": ["test_what_was_mailed_and_not_read_becomes_a_letter"],
        "delivery/test_push.py": [
            "test_a_decision_that_was_not_read_becomes_a_letter_all_the_same"
        ],
    },
    "15 a source that fails says so, and has no light": {
        "cases/test_light.py": ["test_a_source_that_failed_has_no_light_and_does_not_count"]
    },
    "16 nothing that was not scanned is opened": {
        "documents/test_documents.py": ["test_without_a_verdict_nobody_opens_it"]
    },
    "17 a definition runs no code": {
        "journeys/test_conditions.py": ["test_no_text_does_anything_but_read_or_be_refused"]
    },
    "18 what a login gave is used within it": {
        "vault/test_collecting.py": ["test_who_signed_out_is_not_asked_for_any_more"]
    },
}


@pytest.mark.parametrize("invariant", TESTED)
def test_it_has_its_tests(invariant):
    for file, names in TESTED[invariant].items():
        text = (Path(__file__).parent / file).read_text()
        assert [name for name in names if f"def {name}(" not in text] == []


def test_they_are_eighteen():
    assert [int(invariant.split()[0]) for invariant in TESTED] == list(range(1, 19))
