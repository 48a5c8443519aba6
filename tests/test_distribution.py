"""The wheel and the sdist: what they hold, that they are the same everywhere, that they work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import Final

import pytest

from tests.support.building import ROOT

pytestmark = pytest.mark.distribution

PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
UNTRACKED: Final = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "out", "dist", "__pycache__", "*.egg-info"
)
OFFLINE: Final = re.compile(r"dns error|connect error|error sending request|Failed to fetch")

_ADDRESS: Final = re.compile(r"\]\((?P<address>[^)\s]+)\)")
_CODE: Final = re.compile(r"^```.*?^```|`+[^`\n]+`+", re.DOTALL | re.MULTILINE)


def run(*words, folder=None, mask=-1):
    """Run a command where nothing of this environment but the search path can be seen."""
    names = ("HOME", "LANG", "PATH", "SSL_CERT_FILE", "HTTPS_PROXY", "UV_CACHE_DIR")
    environment = {name: os.environ[name] for name in names if name in os.environ}
    return subprocess.run(
        [*map(str, words)],
        cwd=folder,
        env=environment,
        umask=mask,
        capture_output=True,
        check=False,
        text=True,
    )


def built(folder, mask, changed):
    """Return the distributions of a copy of the sources that has a time and rights of its own."""
    shutil.copytree(ROOT, folder, ignore=UNTRACKED)
    for path in folder.rglob("*"):
        path.chmod(
            0o777 & ~mask if path.is_dir() else (path.stat().st_mode & 0o111) | 0o666 & ~mask
        )
        os.utime(path, (changed, changed))
    done = run(sys.executable, "-m", "hatchling", "build", folder=folder, mask=mask)
    assert done.returncode == 0, done.stderr
    return sorted((folder / "dist").iterdir())


@pytest.fixture(scope="module")
def distributions(tmp_path_factory):
    return built(tmp_path_factory.mktemp("a") / "deckgen", 0o022, 1_000_000_000)


@pytest.fixture(scope="module")
def metadata(distributions):
    (wheel,) = (path for path in distributions if path.suffix == ".whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


@pytest.fixture(scope="module")
def page(metadata):
    """What an index shows of the project."""
    return metadata.get_payload(decode=True).decode()


def test_bytes_are_the_same_wherever_and_whenever_they_are_built(distributions, tmp_path):
    again = built(tmp_path / "elsewhere" / "of another name", 0o077, 1_700_000_000)
    assert [path.name for path in again] == [path.name for path in distributions]
    for one, other in zip(distributions, again, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_a_wheel_holds_the_package_and_nothing_else(distributions):
    with zipfile.ZipFile(distributions[0]) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    files = {path for path in (ROOT / "src").rglob("*") if path.is_file()}
    wanted = {path.relative_to(ROOT / "src").as_posix() for path in files}
    assert names == {name for name in wanted if "__pycache__" not in name}


def test_an_sdist_holds_all_that_the_repository_does(distributions):
    with tarfile.open(distributions[1]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    listing = ("git", "ls-files", "--cached", "--others", "--exclude-standard")
    kept = subprocess.run(listing, cwd=ROOT, capture_output=True, check=False, text=True)
    if kept.returncode:
        pytest.skip("this is no clone of the repository")
    assert names == {*kept.stdout.splitlines(), "PKG-INFO"}


def test_the_page_on_an_index_names_the_project_by_whole_addresses(metadata, page):
    home = PROJECT["project"]["urls"]["Source"]
    addresses = _ADDRESS.findall(_CODE.sub("", page))
    assert len(addresses) > 8
    for address in addresses:
        kind, name = re.fullmatch(
            rf"{home}/(raw|blob)/v{metadata['Version']}/(.+)", address
        ).groups()
        assert (ROOT / name).exists()
        assert (kind == "raw") == name.endswith(".png"), address


def test_the_page_on_an_index_is_the_readme_but_for_its_addresses(page):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    home = PROJECT["project"]["urls"]["Source"]
    assert re.sub(rf"{home}/(raw|blob)/v[^/]+/", "", page) == readme


def test_every_address_of_the_project_begins_alike():
    home = PROJECT["project"]["urls"]["Source"]
    assert all(url.startswith(home) for url in PROJECT["project"]["urls"].values())


@pytest.mark.parametrize("kind", [".whl", ".gz"])
def test_it_works_in_an_empty_environment(distributions, kind, tmp_path):
    (file,) = (path for path in distributions if path.suffix == kind)
    commands = installed(file, tmp_path / "environment")
    for words in (
        ("new", "talk"),
        ("talk/deck.yaml", "-o", "talk.pptx"),
        ("check", "talk/deck.yaml"),
    ):
        done = run(commands / "deckgen", *words, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stderr == ""
    assert (tmp_path / "talk.pptx").read_bytes().startswith(b"PK")


def installed(file, environment):
    """Return the folder of commands of an environment that has a distribution and what it needs."""
    uv = Path(sys.executable).parent / "uv"
    made = run(uv, "venv", "--python", sys.executable, environment)
    assert made.returncode == 0, made.stderr
    lock = ROOT / "requirements/run.txt"
    locked = ("--constraints", lock, "--build-constraints", lock)
    done = run(uv, "pip", "install", "--python", environment / "bin/python", *locked, file)
    if done.returncode and OFFLINE.search(done.stderr) and os.environ.get("CI") != "true":
        pytest.skip("what it needs cannot be had from the package index")
    assert done.returncode == 0, done.stderr
    return environment / "bin"
