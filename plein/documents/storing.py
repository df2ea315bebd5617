"""Where the sealed contents lie: a file for each document, in a folder for each municipality."""

from datetime import datetime, timedelta
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages
from django.db import transaction

from plein.documents.models import Document
from plein.tenants.scope import current_id

LOOSE_AFTER = timedelta(days=1)  # a hand-in that was broken off leaves a file without a row


def storage() -> Storage:
    return storages["documents"]


def put(document: Document, sealed: bytes) -> str:
    """The name under which it lies. The row comes after it, or the file is loose."""
    return storage().save(f"{current_id()}/{document.pk}", ContentFile(sealed))


def take(document: Document) -> bytes:
    with storage().open(document.file) as file:
        return bytes(file.read())


def throw_away(document: Document) -> None:
    """The file goes when the transaction holds; the row then says that it is gone.

    Of what was destroyed there is none any more.
    """
    name, document.file = document.file, ""
    if name:
        transaction.on_commit(lambda: storage().delete(name))


def forget_loose_files(*, at: datetime) -> int:
    """Nightly: what belongs to no document; how many."""
    folder = str(current_id())
    if not storage().exists(folder):
        return 0
    known = set(Document.objects.values_list("file", flat=True))
    names = [str(PurePosixPath(folder, name)) for name in storage().listdir(folder)[1]]
    loose = [name for name in names if name not in known and _is_old(name, at)]
    for name in loose:
        storage().delete(name)
    return len(loose)


def _is_old(name: str, at: datetime) -> bool:
    return storage().get_modified_time(name) < at - LOOSE_AFTER
