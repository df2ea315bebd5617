"""A journey goes to another municipality in a file that nobody changed on the way."""

import json

import pytest

from plein.authoring.actions.adopting import (
    OriginNotConfirmed,
    OwnJourney,
    TakenOverAlready,
    adopt,
    confirm_origin,
    is_other_key,
    take_over,
    to_choose,
)
from plein.authoring.actions.publishing import offer_draft, publish_draft
from plein.authoring.actions.sharing import share, stop_sharing
from plein.authoring.models import JourneyDraft, SharedJourney
from plein.authoring.package import (
    NoPackage,
    PackageIsChanged,
    UnknownForm,
    packed,
    unpacked,
)
from plein.authoring.places import with_value
from plein.identity.models import Role
from plein.kernel.refusal import Refusal
from plein.kernel.sd_jwt.keys import new_key, public_part
from plein.tenants.models import SigningPurpose
from plein.tenants.scope import within
from plein.tenants.signing import new_signing_key
from tests.authoring.conftest import KEY, laptop
from tests.cast import NOON, staff_member

TITLE = ("intake", "steps", "slot", "title")


@pytest.fixture
def in_buren(buren, package, els_of_buren):
    """Everything after this happens in Buren, which confirmed the key of Emmen."""
    with within(buren):
        confirm_origin(package, by=els_of_buren, at=NOON)
        yield els_of_buren


def test_it_says_what_it_is_and_whose(package):
    assert (package.key, package.version, package.name) == (KEY, 1, "Laptop voor school")
    assert (package.municipality, package.host) == ("Emmen", "emmen.localhost")
    assert package.document == laptop()


def test_a_changed_byte_is_refused(publish):
    text = packed(publish(), at=NOON).encode()

    for place in range(0, len(text), 37):
        changed = bytearray(text)
        changed[place] ^= 1
        with pytest.raises(Refusal):
            unpacked(bytes(changed))


def test_another_key_is_refused(publish):
    whole = json.loads(packed(publish(), at=NOON)) | {"public_key": public_part(new_key())}

    with pytest.raises(PackageIsChanged):
        unpacked(_written(whole))


def test_another_document_under_the_same_signature_is_refused(publish):
    whole = json.loads(packed(publish(), at=NOON)) | {"document": laptop(owner="Iemand")}

    with pytest.raises(PackageIsChanged):
        unpacked(_written(whole))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (b"", NoPackage),
        (b"\xff\xfe", NoPackage),
        (b"[" * 100_000, NoPackage),
        (b'{"name": "x"}', NoPackage),
        (b'{"form": "plein-journey/2"}', UnknownForm),
        (b'{"form": "plein-journey/1"}', PackageIsChanged),
    ],
)
def test_what_is_no_package_is_refused_with_a_clear_line(given, why):
    with pytest.raises(why) as refused:
        unpacked(given)

    assert str(refused.value).strip()


def test_it_is_not_taken_over_before_somebody_confirmed_the_key(package, buren, els_of_buren):
    with within(buren), pytest.raises(OriginNotConfirmed):
        adopt(package, KEY, by=els_of_buren, at=NOON)


def test_its_own_municipality_does_not_adopt_it(package, bas):
    with pytest.raises(OwnJourney):
        adopt(package, "laptop_2", by=bas, at=NOON)


def test_it_becomes_a_draft_with_a_link_and_is_published_by_four_eyes(in_buren, package):
    draft = adopt(package, KEY, by=in_buren, at=NOON)

    assert (str(draft.origin), draft.origin_version) == ("Emmen", 1)
    colleague = staff_member("ria", Role.MUNICIPALITY_MANAGER)
    version = publish_draft(offer_draft(draft, by=in_buren, at=NOON), by=colleague, at=NOON)
    assert version.document == laptop()


def test_a_new_key_of_a_municipality_we_know_has_to_be_confirmed_too(publish, buren, els_of_buren):
    version = publish()
    before = unpacked(packed(version, at=NOON).encode())
    new_signing_key(SigningPurpose.RECEIPT, at=NOON)
    after = unpacked(packed(version, at=NOON).encode())

    with within(buren):
        confirm_origin(before, by=els_of_buren, at=NOON)
        assert not is_other_key(before)
        assert is_other_key(after)
        with pytest.raises(OriginNotConfirmed):
            adopt(after, KEY, by=els_of_buren, at=NOON)


def test_a_later_version_shows_each_difference_and_keeps_what_was_adapted(
    publish, in_buren, package, emmen
):
    draft = adopt(package, KEY, by=in_buren, at=NOON)
    own = with_value(draft.document, ("intake", "steps", 0, "title"), "Bijna klaar")
    JourneyDraft.objects.filter(pk=draft.pk).update(document=own)
    with within(emmen):
        there = with_value(laptop(owner="Minima"), ("intake", "steps", 0, "title"), "Het einde")
        later = unpacked(packed(publish(**there), at=NOON).encode())

    found = {each.place: each for each in to_choose(later, KEY)}

    assert found.keys() == {("owner",), TITLE}
    assert not found["owner",].is_adapted
    assert (found[TITLE].base, found[TITLE].ours, found[TITLE].theirs) == (
        "Tot slot",
        "Bijna klaar",
        "Het einde",
    )

    taken = take_over(later, KEY, [("owner",)], by=in_buren, at=NOON)

    assert taken.document == own | {"owner": "Minima"}
    assert taken.origin_version == 2
    assert to_choose(later, KEY) == []
    with pytest.raises(TakenOverAlready):
        take_over(later, KEY, [], by=in_buren, at=NOON)


def test_what_is_shared_can_be_taken_over_without_a_file(publish, bas, buren, els_of_buren):
    share(publish(), by=bas, at=NOON)

    with within(buren):
        package = unpacked(SharedJourney.objects.get(host="emmen.localhost").package.encode())
        confirm_origin(package, by=els_of_buren, at=NOON)
        adopt(package, KEY, by=els_of_buren, at=NOON)
        assert JourneyDraft.objects.get().document == laptop()

    stop_sharing(KEY, by=bas, at=NOON)
    assert not SharedJourney.objects.exists()


def test_a_draft_is_never_shared_by_itself(draft):
    assert not SharedJourney.objects.exists()


def _written(whole) -> bytes:
    return (json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
