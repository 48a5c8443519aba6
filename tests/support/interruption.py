"""Builds that are killed at random moments over an existing file, and what they leave.

    python -m tests.support.interruption [--builds 200] [--seed 1]

Half of the signals are sent at any moment of a build, half while its file is being written. After
each, the old file or the whole new one must stand there; a signal that can be caught must leave
nothing else, and end quietly with 128 and its number; what SIGKILL leaves must be gone after the
next build.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

SIGNALS = ("SIGKILL", "SIGINT", "SIGTERM", "SIGHUP")
_PROGRAM = (sys.executable, "-m", "deckgen")
_BUILD = (*_PROGRAM, "new.yaml", "-o", "deck.pptx", "--quiet")
_PICTURE = "noise.png"
_LONGEST = 10.0
_INPUTS = frozenset(("old.yaml", "new.yaml", _PICTURE))


@dataclass(frozen=True)
class Outcome:
    """What a signal did: how far the build had come, and what was wrong afterwards."""

    signal: str
    moment: str
    faults: tuple[str, ...]


class Bench:
    """A folder with two decks, and a file that was built from the first."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        size = (1400, 1400)  # of noise, which takes a moment to write
        Image.frombytes("RGB", size, self.chance.randbytes(3 * 1400 * 1400)).save(folder / _PICTURE)
        for name in ("old", "new"):
            text = f"slides: [{{title: {name}, image: {{src: {_PICTURE}, alt: noise}}}}]\n"
            folder.joinpath(f"{name}.yaml").write_text(text, encoding="utf-8")
        started = time.monotonic()
        self.new = self.built("new")
        self.length = time.monotonic() - started
        self.old = self.built("old")

    def built(self, name: str) -> bytes:
        """Return the file that a deck gives where nothing happens to it."""
        subprocess.run(
            [*_PROGRAM, f"{name}.yaml", "-o", "deck.pptx"],
            cwd=self.folder,
            check=True,
            capture_output=True,
        )
        return self.folder.joinpath("deck.pptx").read_bytes()

    def others(self) -> list[str]:
        """Return the names of all files that no build should leave."""
        known = {*_INPUTS, "deck.pptx"}
        return sorted(entry.name for entry in self.folder.iterdir() if entry.name not in known)

    def killed(self, name: str, *, writing: bool) -> Outcome:
        """Return what comes of a build that a signal ends."""
        self.folder.joinpath("deck.pptx").write_bytes(self.old)
        with subprocess.Popen(
            _BUILD, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as build:
            self.wait(build, catchable=name != "SIGKILL", writing=writing)
            build.send_signal(getattr(signal, name))
            said = b"".join(build.communicate())
        number, left = getattr(signal, name), self.others()
        moment = "after all" if build.returncode == 0 else "left a part" if left else "before it"
        return Outcome(name, moment, tuple(self.faults(name, number, build.returncode, said, left)))

    def wait(self, build: subprocess.Popen[bytes], *, catchable: bool, writing: bool) -> None:
        """Wait for the moment of the signal: once it is heeded, where it can be."""
        if writing:
            while build.poll() is None and not self.others():
                time.sleep(0.0005)
            time.sleep(self.chance.uniform(0, 0.02))
            return
        moment = time.monotonic() + self.chance.uniform(0, self.length)
        while catchable and build.poll() is None and not heeds_signals(build.pid):
            time.sleep(0.0005)
        time.sleep(max(0.0, moment - time.monotonic()))

    def faults(self, name: str, number: int, code: int, said: bytes, left: list[str]) -> list[str]:
        """Return what is not as it should be, after the next build as well."""
        found = []
        if self.folder.joinpath("deck.pptx").read_bytes() not in (self.old, self.new):
            found.append("the file is neither the old nor the new one")
        if name != "SIGKILL":
            if code not in (0, 128 + number):
                found.append(f"it ended with {code}")
            if said:
                found.append(f"it said {said!r}")
            if left:
                found.append(f"it left {left}")
        if self.built("new") != self.new or self.others():
            found.append(f"the next build left {self.others()}")
        return found


def heeds_signals(pid: int) -> bool:
    """Tell whether a process has its handlers; before that, it is Python that starts."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        time.sleep(0.1)  # no Linux
        return True
    caught = int(status.partition("SigCgt:")[2].split()[0], 16)
    return bool(caught >> (signal.SIGTERM - 1) & 1)


def outcomes(builds: int, seed: int = 1) -> list[Outcome]:
    """Return what became of builds that were killed, each signal in turn."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), seed)
        return [
            bench.killed(SIGNALS[number % 4], writing=number // 4 % 2 == 0)
            for number in range(builds)
        ]


def main() -> int:
    """Print a line for each signal and moment, and what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--builds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = outcomes(options.builds, options.seed)
    lines = [
        f"{name:<8} {moment:<12} {number:>4}"
        for (name, moment), number in sorted(Counter((o.signal, o.moment) for o in found).items())
    ]
    faults = [f"{outcome.signal}: {fault}" for outcome in found for fault in outcome.faults]
    lines += [*faults, f"{len(found)} builds, {len(faults)} faults"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
