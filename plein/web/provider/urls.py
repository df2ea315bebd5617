"""Where providers go."""

from plein.web.public.urls import everywhere, handler400, handler403, handler404, handler500
from plein.web.work.urls import work_urls

__all__ = ["handler400", "handler403", "handler404", "handler500"]

PREFIX = "aanbieders/"
urlpatterns = [
    *work_urls(PREFIX),
    *everywhere,
]
