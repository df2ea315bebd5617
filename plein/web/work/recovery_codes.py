"""Codes for the day that the phone is gone."""

from typing import Any

from allauth.mfa.recovery_codes.views import DownloadRecoveryCodesView, GenerateRecoveryCodesView
from django.contrib import messages
from django.http import HttpResponseBase
from django.utils.translation import gettext as _


class NewCodes(GenerateRecoveryCodesView):  # type: ignore[misc]
    def form_valid(self, form: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().form_valid(form)
        messages.success(
            self.request, _("U hebt nieuwe herstelcodes. Codes van eerder werken niet meer.")
        )
        return response


class SaveCodes(DownloadRecoveryCodesView):  # type: ignore[misc]
    def render_to_response(self, context: dict[str, Any], **more: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().render_to_response(context, **more)
        response.headers["Content-Disposition"] = 'attachment; filename="herstelcodes.txt"'
        return response
