"""Wim sees how aanvragen are filled in; a consulent has no business there."""

from plein.intake.actions.filling_in import begin
from plein.web.doors import DESK
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON


def test_wim_sees_the_figures_and_sam_does_not(
    wim, sam, fatima, at_work, case_type, django_assert_max_num_queries
):
    begin(fatima, case_type, by=fatima.actor, at=NOON)
    address = "/medewerkers/gemeente/aanvragen/invullen/"

    with django_assert_max_num_queries(14):
        page = at_work(wim.account, DESK).get(address).content.decode()
    one = at_work(wim.account, DESK).get(f"{address}{case_type.key}/").content.decode()

    assert "minder dan 10" in page
    assert "Met wie u woont" in one
    assert at_work(sam.account, DESK).get(address).status_code == 403
