"""Migration operations: the wall round a municipality's rows, and tables that only grow.

Plain SQL, so that the wall stands for every client of the database and not just for Django.
"""

from collections.abc import Collection, Iterator
from typing import Any

from django.conf import settings
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.models import ForeignKey, Model

OWN_ROWS = "municipality_id = NULLIF(current_setting('plein.municipality', true), '')::bigint"


def _wall(model: type[Model]) -> Iterator[str]:
    table, key = model._meta.db_table, model._meta.pk.column
    yield f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY'
    yield f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY'
    yield f'CREATE POLICY own_rows ON "{table}" USING ({OWN_ROWS}) WITH CHECK ({OWN_ROWS})'
    yield f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_wall" UNIQUE (municipality_id, "{key}")'


def _same_municipality(model: type[Model], names: Collection[str] | None = None) -> Iterator[str]:
    """A reference can only point to a row of the same municipality; of all, or of these fields."""
    table = model._meta.db_table
    for field in model._meta.get_fields():
        if names is not None and field.name not in names:
            continue
        if isinstance(field, ForeignKey) and _has_municipality(field.related_model):
            target = field.related_model._meta.db_table
            yield (
                f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_{field.column}_wall" '
                f'FOREIGN KEY (municipality_id, "{field.column}") '
                f'REFERENCES "{target}" (municipality_id, id) DEFERRABLE INITIALLY DEFERRED'
            )


def _has_municipality(model: Any) -> bool:
    return any(field.attname == "municipality_id" for field in model._meta.concrete_fields)


class _ForModels(Operation):
    reversible = False
    reduces_to_sql = True

    def __init__(self, *models: str) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def deconstruct(self) -> tuple[str, list[str], dict[str, object]]:
        return type(self).__name__, list(self.models), {}


class TenantWall(_ForModels):
    """Row-level security, and references that cannot leave the municipality."""

    def database_forwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, _from: Any, to: Any
    ) -> None:
        models = [to.apps.get_model(app_label, name) for name in self.models]
        for model in models:
            for statement in _wall(model):
                editor.execute(statement)
        for model in models:
            for statement in _same_municipality(model):
                editor.execute(statement)

    def describe(self) -> str:
        return f"Raise the tenant wall around {', '.join(self.models)}"


class ReferenceWall(_ForModels):
    """References that a table got later: they cannot leave the municipality either."""

    def __init__(self, model: str, *fields: str) -> None:
        super().__init__(model)
        self.fields = fields

    def deconstruct(self) -> tuple[str, list[str], dict[str, object]]:
        return type(self).__name__, [*self.models, *self.fields], {}

    def database_forwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, _from: Any, to: Any
    ) -> None:
        model = to.apps.get_model(app_label, self.models[0])
        for statement in _same_municipality(model, self.fields):
            editor.execute(statement)

    def describe(self) -> str:
        return f"Keep {', '.join(self.fields)} of {self.models[0]} within the municipality"


class AppendOnly(_ForModels):
    """No row is changed or removed: refused by a trigger, and the right to it taken away."""

    def database_forwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, _from: Any, to: Any
    ) -> None:
        for name in self.models:
            table = to.apps.get_model(app_label, name)._meta.db_table
            editor.execute(
                f'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" '
                "FOR EACH STATEMENT EXECUTE FUNCTION plein_refuse_change()"
            )
            editor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM {settings.APP_ROLE}')

    def describe(self) -> str:
        return f"Make {', '.join(self.models)} append-only"


class OnlyFilledIn(_ForModels):
    """Append-only, save for these fields: they may be written later, all others never."""

    def __init__(self, model: str, *fields: str) -> None:
        super().__init__(model)
        self.fields = fields

    def deconstruct(self) -> tuple[str, list[str], dict[str, object]]:
        return type(self).__name__, [*self.models, *self.fields], {}

    def database_forwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, _from: Any, to: Any
    ) -> None:
        meta = to.apps.get_model(app_label, self.models[0])._meta
        later = ", ".join(f'"{meta.get_field(name).column}"' for name in self.fields)
        fixed = ", ".join(
            f'"{field.column}"' for field in meta.concrete_fields if field.name not in self.fields
        )
        role, table = settings.APP_ROLE, meta.db_table
        editor.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OF {fixed} OR DELETE OR TRUNCATE "
            f'ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION plein_refuse_change()'
        )
        editor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM {role}')
        editor.execute(f'GRANT UPDATE ({later}) ON "{table}" TO {role}')

    def describe(self) -> str:
        return f"Let nothing of {self.models[0]} be changed but {', '.join(self.fields)}"
