"""What is installed is named once and for all: versions and hashes, for every machine."""

from __future__ import annotations

import re
import tomllib
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.building import ROOT

PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FILES: Final = sorted((ROOT / "requirements").glob("*.txt"), key=lambda path: path.name)
STALE: Final = "pyproject.toml and requirements/ disagree: run scripts/lock.sh"

_HASH: Final = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def group(name):
    """Return the requirements of a dependency group and of those that it includes."""
    for item in PROJECT["dependency-groups"][name]:
        if isinstance(item, str):
            yield Requirement(item)
        else:
            yield from group(item["include-group"])


def entries(path):
    """Return the lines of a file, less comments, with those joined that belong together."""
    text = re.sub(r"^\s*#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [line.strip() for line in text.replace("\\\n", " ").splitlines() if line.strip()]


def pinned(path):
    """Return the version of each package in a file."""
    found = (Requirement(entry.partition("--hash")[0]) for entry in entries(path))
    return {canonicalize_name(one.name): one.specifier for one in found}


RUN: Final = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
WANTED: Final = {
    "audit": [*group("audit")],
    "dev": [*RUN, *group("dev")],
    "pip": [Requirement("pip")],
    "run": [*RUN, *group("build")],
}


def test_each_file_is_known():
    assert [path.stem for path in FILES] == sorted(WANTED)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_entry_is_a_version_with_hashes_and_no_address(path):
    for entry in entries(path):
        requirement, *hashes = re.split(r"(?=--)", entry)
        (version,) = Requirement(requirement).specifier
        assert version.operator == "=="
        assert hashes
        assert all(_HASH.fullmatch(text.strip()) for text in hashes)
    assert "://" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_required_is_named_at_a_version_that_is_allowed(path):
    versions = pinned(path)
    for wanted in WANTED[path.stem]:
        (version,) = versions.get(canonicalize_name(wanted.name), [None])
        assert version is not None, STALE
        assert wanted.specifier.contains(version.version), STALE


def test_a_package_has_one_version_in_all_files():
    versions: dict[str, object] = {}
    for path in FILES:
        for name, version in pinned(path).items():
            assert versions.setdefault(name, version) == version


def test_the_group_that_builds_is_what_the_build_system_requires():
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]


def test_every_range_has_a_lower_end_and_no_upper_one():
    groups = [one for name in PROJECT["dependency-groups"] for one in group(name)]
    for wanted in (*RUN, *groups):
        assert [part.operator for part in wanted.specifier] == [">="], wanted
