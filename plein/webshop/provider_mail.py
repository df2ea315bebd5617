"""What providers hear by e-mail: that something was decided, never about whom or how much."""

from uuid import UUID

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django_tasks import task

from plein.identity.models import ProviderUser
from plein.tenants.models import Municipality
from plein.tenants.scope import current, current_id, within
from plein.webshop.models import Provider, SignUp


@task(queue_name="mail")
def answer_sign_up(municipality: int, sign_up: str) -> None:
    """Tell who signed up what staff decided, and forget who that was. Twice tells once."""
    with within(Municipality.objects.get(pk=municipality)):
        kept = SignUp.objects.get(pk=UUID(sign_up))
        if not kept.email:
            return
        _send([kept.email], _("Uw aanmelding als aanbieder"), "sign_up", {"sign_up": kept})
        SignUp.objects.filter(pk=kept.pk).update(email="", person="")


def tell(provider: Provider, about: str, **words: str) -> None:
    """Once this is certain: a note to everybody who works there, with these words in its text."""
    tell_provider.enqueue(
        municipality=current_id(), provider=str(provider.pk), about=about, words=words
    )


@task(queue_name="mail")
def tell_provider(
    municipality: int, provider: str, about: str, words: dict[str, str] | None = None
) -> None:
    """`about` is the name of the text."""
    with within(Municipality.objects.get(pk=municipality)):
        told = Provider.objects.select_related("organisation").get(pk=UUID(provider))
        people = ProviderUser.objects.filter(organisation=told.organisation)
        addresses = people.values_list("account__email", flat=True)
        subject = _("Bericht voor %(name)s") % {"name": told}
        for address in addresses:  # each their own: no colleague reads the address of another
            _send([address], subject, about, {"provider": told, **(words or {})})


def _send(to: list[str], subject: str, about: str, context: dict[str, object]) -> None:
    text = render_to_string(f"webshop/mail/{about}.txt", {"municipality": current(), **context})
    send_mail(subject, text, None, to)
