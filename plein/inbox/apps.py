from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "plein.inbox"

    def ready(self) -> None:
        from plein.documents.actions.verdicts import tell_when_destroyed  # noqa: PLC0415
        from plein.inbox.unsafe import tell_unsafe  # noqa: PLC0415

        tell_when_destroyed(tell_unsafe)
