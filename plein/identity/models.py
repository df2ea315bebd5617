"""Who people are: residents and their households, staff, and the people of providers."""

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.application import Application, Authorisation  # noqa: F401 - Django looks here
from plein.identity.look_question import LookQuestion  # noqa: F401 - Django looks here
from plein.identity.roles import Right, Role, rights_of
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.dutch import dutch
from plein.tenants.models import Organisation
from plein.tenants.tenant_model import TenantManager, TenantModel


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """The login of somebody who works: password and second factor. Residents have none."""

    email = models.EmailField(unique=True)
    name = models.TextField()
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name


class Staff(TenantModel):
    """Somebody who works for a municipality, in a team and with roles."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    team = models.TextField()
    roles = ArrayField(models.TextField(choices=Role))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "account"], name="identity_staff_once")
        ]

    def may(self, right: Right) -> bool:
        return right in rights_of(self.roles)

    @property
    def actor(self) -> Actor:
        organisation = f"gemeente {self.municipality.name}"
        function = ", ".join(str(Role(role).label) for role in self.roles)
        return Actor(ActorKind.STAFF, str(self.pk), organisation, self.team, function)


class ProviderUser(models.Model):
    """Somebody who works for a shop, club or partner, in every municipality where it takes part."""

    account = models.OneToOneField(Account, models.PROTECT, related_name="provider_user")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="people")

    @property
    def actor(self) -> Actor:
        return Actor(ActorKind.PROVIDER, str(self.pk), self.organisation.name)

    @property
    def organisation_actor(self) -> Actor:
        """As somebody of a body that asks residents for data."""
        with dutch():
            function = str(_("medewerker"))
        return Actor(ActorKind.ORGANISATION, str(self.pk), self.organisation.name, "", function)


class Resident(TenantModel):
    """A person, known by a random id. The BSN is sealed and found by a keyed index only."""

    bsn_sealed = models.BinaryField()  # to ask sources in the resident's name; until erased
    bsn_index = models.BinaryField()
    data_key = models.BinaryField()  # wrapped by the municipality's key; erased = unreadable
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "bsn_index"], name="identity_one_bsn")
        ]

    @property
    def actor(self) -> Actor:
        with dutch():
            return Actor(ActorKind.RESIDENT, str(self.pk), organisation=str(_("uzelf")))


class Household(TenantModel):
    """People who live and budget together."""

    data_key = models.BinaryField()  # seals the names in `Member`
    area = models.TextField(blank=True)  # four figures of the postcode: a part of a town, no home

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(area="") | Q(area__regex=r"^[1-9][0-9]{3}$"), name="identity_area"
            )
        ]

    def members_on(self, day: date) -> "models.QuerySet[Member]":
        return self.members.on(day)


class School(models.TextChoices):
    NONE = "geen", _("gaat niet naar school")
    PRIMARY = "basisschool", _("basisschool")
    SECONDARY = "voortgezet", _("middelbare school")
    MBO = "mbo", _("mbo")


class MemberRole(models.TextChoices):
    ADULT = "volwassene", _("volwassene")
    PARTNER = "partner", _("partner")
    CHILD = "kind", _("kind")


class MemberQuerySet(models.QuerySet["Member"]):
    def on(self, day: date) -> "MemberQuerySet":
        return self.filter(Q(until=None) | Q(until__gt=day), start__lte=day)


MemberManager = TenantManager.from_queryset(MemberQuerySet)


class Member(TenantModel):
    """A person's place in a household, with dates. A child needs no account and no BSN."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="members")
    resident = models.ForeignKey(Resident, models.PROTECT, null=True, related_name="memberships")
    role = models.TextField(choices=MemberRole)
    name_sealed = models.BinaryField()  # the first name the family uses, so it knows whose budget
    birth_month = models.DateField(null=True)  # first of the month: enough for an age band
    school = models.TextField(choices=School, default=School.NONE)  # decides the amount
    start = models.DateField()
    until = models.DateField(null=True)  # not in it

    objects: ClassVar[MemberManager[Self]] = MemberManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("start")), name="identity_member_dates"
            ),
            models.UniqueConstraint(
                fields=["municipality", "resident"],
                condition=Q(until=None),
                name="identity_one_household",
            ),
        ]


class MandateGround(models.TextChoices):
    """Why somebody may act for another."""

    HELPER = "helper", _("helpt u")
    GUARDIAN = "bewindvoerder", _("bewindvoerder")  # BW boek 1 art. 431, by a judge


class MandateState(models.TextChoices):
    INVITED = "uitgenodigd", _("uitgenodigd")
    ACTIVE = "actief", _("loopt")
    ENDED = "beeindigd", _("gestopt")


class MandateQuerySet(models.QuerySet["Mandate"]):
    def running(self, day: date) -> "MandateQuerySet":
        return self.filter(state=MandateState.ACTIVE, until__gt=day)


MandateManager = TenantManager.from_queryset(MandateQuerySet)


class Mandate(TenantModel):
    """One resident may act for another, in chosen parts and until a day (machtiging).

    The giver makes a code; the helper signs in with an own DigiD and types it. Nobody looks anybody
    up. What the helper does is logged as the helper's.
    """

    MOVES = {
        MandateState.INVITED: {MandateState.ACTIVE, MandateState.ENDED},
        MandateState.ACTIVE: {MandateState.ENDED},
        MandateState.ENDED: set(),
    }

    giver = models.ForeignKey(Resident, models.PROTECT, related_name="mandates_given")
    holder = models.ForeignKey(Resident, models.PROTECT, null=True, related_name="mandates_held")
    ground = models.TextField(choices=MandateGround, default=MandateGround.HELPER)
    parts = ArrayField(models.TextField())  # groups of the vault
    label_sealed = models.BinaryField()  # how the helper calls the giver: "mama"
    code_index = models.BinaryField()
    state = models.TextField(choices=MandateState, default=MandateState.INVITED)
    made_at = models.DateTimeField()
    until = models.DateField()  # not in it
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[MandateManager[Self]] = MandateManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code_index"], name="identity_mandate_code"
            ),
            models.CheckConstraint(
                condition=Q(holder=None) | ~Q(holder=F("giver")), name="identity_mandate_of_two"
            ),
        ]

    def runs_on(self, day: date) -> bool:
        return self.state == MandateState.ACTIVE and day < self.until


class Tries(models.Model):
    """How often somebody guessed wrong lately; one row each, for all processes together."""

    who = models.TextField(primary_key=True)
    since = models.DateTimeField()
    count = models.PositiveIntegerField()
