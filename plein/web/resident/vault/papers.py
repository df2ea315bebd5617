"""Papers with a value: send one, open it, take it away."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.documents.judging import ACCEPTED, MEGABYTE
from plein.kernel.refusal import Refusal
from plein.vault.actions.opening import vault_of
from plein.vault.actions.papers import MOST_MEGABYTES, add_paper, remove_paper
from plein.vault.kept_papers import list_papers, open_paper
from plein.vault.models import Paper
from plein.web.documents import as_file
from plein.web.forms import PleinForm
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.vault.value import element_or_404


class PaperForm(PleinForm):
    paper = forms.FileField(
        label=gettext_lazy("Foto of pdf"),
        help_text=gettext_lazy("Hoogstens 10 MB. U kunt ook een foto maken met uw telefoon."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={
            "required": gettext_lazy("Kies een foto of een pdf."),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand."),
        },
    )


@vault_only
@require_http_methods(["GET", "POST"])
def papers(request: ResidentRequest, key: str) -> HttpResponse:
    """What is kept with this element, and a form to add to it."""
    element = element_or_404(key)
    vault = vault_of(request.resident, at=request.now)
    form = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["paper"]
        try:
            content = upload.read(MOST_MEGABYTES * MEGABYTE + 1)
            add_paper(vault, key, upload.name, content, by=request.resident, at=request.now)
        except Refusal as refusal:
            form.add_error("paper", str(refusal))
        else:
            messages.success(request, _("Wij hebben uw papier bewaard."))
            return redirect("vault-papers", key)
    kept = list_papers(vault, key, by=request.resident, at=request.now)
    status = 422 if request.method == "POST" else 200
    context = {"element": element, "form": form, "papers": kept}
    return render(request, "web/resident/vault/papers.html", context, status=status)


@vault_only
@require_GET
def download(request: ResidentRequest, paper_id: UUID) -> HttpResponse:
    """As a file to keep, never as a page: nothing in it can act in our name."""
    paper = _own(request, paper_id)
    content = open_paper(paper, by=request.resident, at=request.now)
    return as_file(content, paper.ending)


@vault_only
@require_POST
def remove(request: ResidentRequest, paper_id: UUID) -> HttpResponse:
    paper = _own(request, paper_id)
    remove_paper(paper, by=request.resident, at=request.now)
    messages.success(request, _("Het papier is weg."))
    return redirect("vault-papers", paper.element)


def _own(request: ResidentRequest, paper_id: UUID) -> Paper:
    own = Paper.objects.filter(vault__resident=request.resident).select_related("vault")
    return get_object_or_404(own, pk=paper_id)
