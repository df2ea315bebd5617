from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "plein.inbox"

    def ready(self) -> None:
        from plein.documents.actions.verdicts import tell_when_destroyed
        from plein.inbox.unsafe import tell_unsafe

        tell_when_destroyed(tell_unsafe)
