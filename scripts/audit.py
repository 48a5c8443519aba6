"""Look for published vulnerabilities in all that requirements/*.txt names.

It asks the package index, and is no part of the tests, which must not turn red by what others
publish. Where nothing is to be had from the index nothing is known: this is told loudly, and is a
failure under CI=true.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
FILES: Final = sorted((ROOT / "requirements").glob("*.txt"))
ENVIRONMENT: Final = ROOT / "out" / "audit"
RULE: Final = "=" * 72


def main() -> int:
    """Print what was found, and return 1 where anything was."""
    found = _audit()
    flawed = [one for one in found if one.get("vulns")]
    unknown = [one["name"] for one in found if "skip_reason" in one]
    for one in flawed:
        for flaw in one["vulns"]:
            mended = ", ".join(flaw["fix_versions"]) or "no version yet"
            print(f"{one['name']} {one['version']}: {flaw['id']}, mended in {mended}")
    if flawed:
        return 1
    if found and not unknown:
        print(f"No known vulnerabilities in {len(found)} packages")
        return 0
    print(RULE, f"NOT AUDITED: {', '.join(unknown) or 'anything'}", RULE, sep="\n", file=sys.stderr)
    return int(os.environ.get("CI") == "true")


def _audit() -> list[dict[str, Any]]:
    """Return pip-audit's findings, a mapping a package; none where the index was not reached."""
    python = str(ENVIRONMENT / "bin" / "python")
    locked = ("--require-hashes", "--requirements", str(ROOT / "requirements" / "audit.txt"))
    options = ("--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json")
    files = [word for path in FILES for word in ("--requirement", str(path))]
    try:
        subprocess.run(("uv", "--quiet", "venv", "--clear", str(ENVIRONMENT)), check=True)
        install = ("uv", "--quiet", "pip", "install", "--python", python, *locked)
        subprocess.run(install, check=True)
    except subprocess.CalledProcessError:
        return []
    audit = (python, "-m", "pip_audit", *options, *files)
    report = subprocess.run(audit, capture_output=True, text=True, check=False)
    try:
        return list(json.loads(report.stdout)["dependencies"])
    except ValueError:
        print(report.stderr, file=sys.stderr)
        return []


if __name__ == "__main__":
    sys.exit(main())
