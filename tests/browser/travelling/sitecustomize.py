"""Python reads this when it starts: every process of the site then lives at the same moment.

The file that PLEIN_STORY_CLOCK names says which moment, and when that was written down; the time
goes on from there. A server that forks its workers gives them the moment, but not the thread that
keeps up: each starts one of its own.
"""

import os
import threading
import time
from datetime import datetime
from pathlib import Path

EVERY = 0.05  # seconds
real_time = time.time


def follow(clock: Path) -> None:
    import time_machine  # noqa: PLC0415 - only where a story asks for it

    global real_time  # noqa: PLW0603
    said = clock.read_text()
    now = time_machine.travel(_now(said)).start()
    real_time = time_machine.escape_hatch.time.time

    def begin() -> None:
        threading.Thread(target=keep_up, args=(clock, said, now), daemon=True).start()

    os.register_at_fork(after_in_child=begin)
    begin()


def keep_up(clock: Path, said: str, now) -> None:
    while True:
        time.sleep(EVERY)
        if (says := clock.read_text()) != said:
            now.move_to(_now(says))
            time.time()  # it goes on from the first time that somebody asks
            said = says


def _now(said: str) -> float:
    moment, written = said.split()
    return datetime.fromisoformat(moment).timestamp() + real_time() - float(written)


if "PLEIN_STORY_CLOCK" in os.environ:
    follow(Path(os.environ["PLEIN_STORY_CLOCK"]))
