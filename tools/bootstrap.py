"""Make this checkout ready: virtual environment, pinned packages, front end.

Needs nothing but Python 3.11. What was done before is not done again: a stamp holds the digest
of what it was made from.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
FRONT = ROOT / "frontend"
LEAST = (3, 11)


class Problem(Exception):
    """Something the person at the keyboard can mend."""


def main(lock: str) -> None:
    if sys.version_info < LEAST:
        raise Problem(f"Plein heeft Python {LEAST[0]}.{LEAST[1]} of nieuwer nodig.")
    make_environment()
    install(lock)
    build_front_end()


def make_environment() -> None:
    if (BIN / "python").exists():
        return
    print("Een eigen Python-omgeving maken in .venv ...", flush=True)
    try:
        venv.create(VENV, with_pip=True)
    except (Exception, SystemExit) as problem:
        raise Problem(
            "Python kan geen omgeving maken. Op Debian en Ubuntu helpt: apt install python3-venv"
        ) from problem


def install(lock: str) -> None:
    """Install a lock; the one for tests holds all that the one to run holds."""
    wanted = ROOT / "requirements" / f"{lock}.txt"
    if stamp_fits("dev", ROOT / "requirements" / "dev.txt") or stamp_fits(lock, wanted):
        return
    print("Pakketten installeren ...", flush=True)
    pip("--require-hashes", "--requirement", str(wanted))
    set_stamp(lock, wanted)


def pip(*arguments: str) -> None:
    command = [
        str(BIN / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    run(
        [*command, *arguments],
        "Een pakket kon niet worden opgehaald. Controleer de verbinding en probeer opnieuw.",
    )


def build_front_end() -> None:
    """Styles, scripts and icons, from the pinned npm packages."""
    sources = [FRONT / "package-lock.json", FRONT / "icons.mjs", *sorted(FRONT.glob("src/**/*"))]
    made = ROOT / "static" / "dist" / "app.css"
    if made.exists() and stamp_fits("front", *sources):
        return
    print("De voorkant bouwen ...", flush=True)
    run(
        [*npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"],
        "De pakketten van de voorkant konden niet worden opgehaald. Controleer de verbinding.",
        cwd=FRONT,
    )
    set_stamp("front", *sources)


def npm() -> list[str]:
    """npm of this machine, or else from a Python wheel."""
    if found := shutil.which("npm"):
        return [found]
    if not (BIN / "npm").exists():
        pip("--require-hashes", "--requirement", str(ROOT / "requirements" / "node.txt"))
    return [str(BIN / "npm")]


def run(command: list[str], problem: str, cwd: Path = ROOT) -> None:
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(command, cwd=cwd, env=os.environ | {"PATH": path}, check=False)
    if done.returncode:
        raise Problem(problem)


def digest(*files: Path) -> str:
    total = hashlib.sha256()
    for file in files:
        if file.is_file():
            total.update(file.read_bytes())
    return total.hexdigest()


def stamp_fits(name: str, *files: Path) -> bool:
    stamp = VENV / f"{name}.stamp"
    return stamp.exists() and stamp.read_text() == digest(*files)


def set_stamp(name: str, *files: Path) -> None:
    (VENV / f"{name}.stamp").write_text(digest(*files))


if __name__ == "__main__":
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "run")
    except Problem as problem:
        sys.exit(f"\nPlein kan niet worden klaargezet. {problem}")
