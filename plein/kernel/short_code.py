"""A code that people show, read aloud or type: short, and impossible to guess."""

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 O 1 I
LENGTH = 8  # 40 bits


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_code(text: str) -> str:
    """A code as people type it: small letters, spaces and dashes do not matter."""
    return re.sub(r"[^0-9A-Z]", "", text.upper()).replace("O", "0").replace("I", "1")


def spaced(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"
