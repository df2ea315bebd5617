"""The description of each interface, for everybody: /openapi.json and /openapi.yaml."""

import yaml
from django.http import Http404, HttpResponse, JsonResponse

from plein.api.apis import api_of
from plein.api.door import ApiRequest, Policy
from plein.api.openapi import described

AN_HOUR = "public, max-age=3600"


def document(request: ApiRequest, form: str) -> HttpResponse:
    api = api_of(request)
    if api is None or form not in ("json", "yaml"):
        raise Http404
    host = request.build_absolute_uri("/").rstrip("/")
    found = described(api, host, request.municipality)
    if form == "json":
        answer: HttpResponse = JsonResponse(found)
    else:
        words = yaml.safe_dump(found, allow_unicode=True, sort_keys=False)
        answer = HttpResponse(words, content_type="application/yaml")
    answer.headers["Cache-Control"] = AN_HOUR
    answer.headers["API-version"] = api.version
    answer.headers["Access-Control-Allow-Origin"] = "*"  # NL GOV: readable from a page elsewhere
    return answer


document.policy = Policy("iedereen")  # type: ignore[attr-defined]
