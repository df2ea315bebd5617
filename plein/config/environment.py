"""What differs between one installation and the next, read from environment variables.

Outside production the secrets are made at the first start and kept in `var/plein.env`, so that
a newcomer has nothing to fill in. In production every secret has to be given.
"""

import base64
import os
import secrets
from pathlib import Path
from typing import Any

import environ
from psycopg.conninfo import conninfo_to_dict

ROOT = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("PLEIN_VAR", ROOT / "var"))

env = environ.Env()


def production() -> bool:
    return bool(env.str("PLEIN_ENVIRONMENT", default="development") == "production")


def read_own_secrets() -> None:
    """Read `var/plein.env`, and make it first where it is missing."""
    file = VAR / "plein.env"
    if not file.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        master_key = base64.b64encode(secrets.token_bytes(32)).decode()
        draft = file.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(f"SECRET_KEY={secrets.token_urlsafe(50)}\nPLEIN_MASTER_KEY={master_key}\n")
        try:
            os.link(draft, file)  # the first of two starting processes wins
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    environ.Env.read_env(file)


def embedded_url(role: str) -> str:
    """The embedded PostgreSQL that `make run` starts under `var/`."""
    return f"postgresql://{role}@/plein?host={VAR / 'postgres'}"


def database(url: str) -> dict[str, Any]:
    """Django's settings for a libpq connection string."""
    parts = conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "plein"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": parts,
    }
