"""The extension for VS Code: its own tests, its package, and that it says what deckgen does."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from deckgen.version import __version__
from tests.support.building import ROOT

FOLDER: Final = ROOT / "editors" / "vscode"
MANIFEST: Final = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
LEFT_OUT: Final = shutil.ignore_patterns("node_modules", "schemas", "*.vsix")
OFFLINE: Final = re.compile(r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|E40[134]")


def needs(*programs):
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"{', '.join(missing)}: not installed here")


def run(*words, folder=FOLDER, **environment):
    return subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@needs("node")
def test_it_does_what_its_own_tests_say():
    done = run("node", "--test", "test/")
    assert done.returncode == 0, done.stdout


def test_it_has_the_version_of_deckgen():
    assert MANIFEST["version"] == __version__


def test_its_readme_names_every_setting_and_command():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    settings = MANIFEST["contributes"]["configuration"]["properties"]
    assert [name for name in settings if f"`{name}`" not in text] == []
    commands = [command["title"] for command in MANIFEST["contributes"]["commands"]]
    assert [title for title in commands if f"deckgen: {title}" not in text] == []


def test_the_schemas_that_it_wires_are_those_that_it_writes():
    wired = {rule["url"] for rule in MANIFEST["contributes"]["yamlValidation"]}
    script = (FOLDER / "build" / "schemas.js").read_text(encoding="utf-8")
    languages = re.findall(r'"(deck|trademarks)"', script)
    assert wired == {f"./schemas/{language}.schema.json" for language in languages}


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The extension as its own tool packages it, from what the lock file names."""
    folder = tmp_path_factory.mktemp("vscode") / "extension"
    shutil.copytree(FOLDER, folder, ignore=LEFT_OUT)
    done = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=folder)
    if done.returncode and OFFLINE.search(done.stderr):
        pytest.skip("the npm registry cannot be reached")
    assert done.returncode == 0, done.stderr
    deckgen = f"{sys.executable} -m deckgen"
    done = run("npx", "vsce", "package", folder=folder, DECKGEN=deckgen, PYTHONPATH=f"{ROOT}/src")
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.vsix"))


@pytest.mark.distribution
@needs("node", "npm", "npx")
def test_its_package_holds_what_runs_and_nothing_else(package):
    with zipfile.ZipFile(package) as archive:
        names = {name.removeprefix("extension/") for name in archive.namelist()}
        schema = json.loads(archive.read("extension/schemas/deck.schema.json"))
    own = {name for name in names if not name.startswith("node_modules/")}
    code = {f"src/{path.name}" for path in (FOLDER / "src").glob("*.js")}
    assert code < own
    assert own - code == {
        *("extension.vsixmanifest", "[Content_Types].xml", "package.json", "media/icon.png"),
        *("readme.md", "changelog.md", "LICENSE.txt"),
        *("schemas/deck.schema.json", "schemas/trademarks.schema.json"),
    }
    assert schema["title"] == "deckgen deck"
    assert Path("node_modules/vscode-languageclient/node.js").as_posix() in names
