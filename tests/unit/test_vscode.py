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
        timeout=300,
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


CODE_SERVER: Final = os.environ.get("DECKGEN_CODE_SERVER", "")
CHROMIUM: Final = shutil.which("chromium")
HOW: Final = (
    "no VS Code to try it in: scripts/install-code-server.sh FOLDER, and DECKGEN_CODE_SERVER=FOLDER"
)
DECK: Final = """\
slides:
  - title: The first slide
    body: [What it says, What follows]
  - titel: The second slide
    body: [More]
"""
ADDRESS: Final = re.compile(r"http://127\.0\.0\.1:\d+/[\w-]+/\?panel")


@pytest.fixture
def code(package, tmp_path):
    """VS Code as a server, with the extension and a deck; yields its address."""
    entry = Path(CODE_SERVER) / "node_modules/code-server/out/node/entry.js"
    program = tmp_path / "deckgen"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT}/src exec {sys.executable} -m deckgen "$@"\n')
    program.chmod(0o755)
    (tmp_path / "talk").mkdir()
    (tmp_path / "talk/deck.yaml").write_text(DECK)
    (tmp_path / "data/User").mkdir(parents=True)
    settings = {"deckgen.path": str(program), "workbench.startupEditor": "none"}
    (tmp_path / "data/User/settings.json").write_text(json.dumps(settings))
    own = ("--user-data-dir", tmp_path / "data", "--extensions-dir", tmp_path / "extensions")
    words = [*map(str, ("node", entry, *own))]
    done = run(*words, "--install-extension", str(package), HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    quiet = ("--disable-telemetry", "--disable-update-check", "--disable-workspace-trust")
    with subprocess.Popen(
        [*words, "--auth", "none", "--bind-addr", "127.0.0.1:0", *quiet, tmp_path / "talk"],
        env={**os.environ, "HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        line = next(line for line in server.stdout if "HTTP server listening on" in line)
        yield line.split()[-1].rstrip("/"), tmp_path / "talk"
        server.terminate()


def unframed(route):
    """Let the preview stand in the frame of VS Code in a browser, which is not that of a panel."""
    answer = route.fetch()
    kept = {k: v for k, v in answer.headers.items() if k.lower() != "content-security-policy"}
    route.fulfill(response=answer, headers=kept)


@pytest.mark.distribution
@pytest.mark.skipif(not CODE_SERVER or CHROMIUM is None, reason=HOW)
def test_it_works_in_vs_code(code):
    from playwright.sync_api import expect, sync_playwright

    address, folder = code
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        context.set_default_timeout(120_000)
        expect.set_options(timeout=120_000)
        context.route(ADDRESS, unframed)
        page = context.new_page()
        page.goto(f"{address}/?folder={folder}")
        page.get_by_role("treeitem", name="deck.yaml").dblclick()
        expect(page.locator(".squiggly-error")).to_have_count(1)
        # completion, at the end of the deck
        page.keyboard.press("Control+End")
        page.keyboard.type("  - tit", delay=50)
        expect(page.locator(".suggest-widget .monaco-list-row").first).to_contain_text("title")
        page.keyboard.press("Tab")
        page.keyboard.type("The third slide", delay=20)
        expect(page.locator(".view-lines")).to_contain_text("title:\xa0The\xa0third\xa0slide")
        # a quick fix, at the misspelt key
        page.keyboard.press("Control+Home")
        for _ in range(3):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Home")
        page.keyboard.press("Control+Period")
        expect(page.get_by_text("Replace `titel` by `title`")).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator(".squiggly-error")).to_have_count(0)
        page.keyboard.press("Control+S")
        # the slides in their panel, which follow the cursor
        page.keyboard.press("F1")
        page.keyboard.type("Show the Slides Beside")
        page.keyboard.press("Enter")
        panel = page.frame_locator("iframe.webview").frame_locator("iframe").frame_locator("iframe")
        expect(panel.get_by_role("status").first).to_contain_text("The second slide")
        browser.close()
