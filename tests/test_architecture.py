"""Who may import whom, who may touch files and libraries, and how large things may grow."""

from __future__ import annotations

import ast
import re
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.building import ROOT
from tests.support.modules import SOURCE, imports, modules, name_of, own_imports, unit_of

if TYPE_CHECKING:
    pass


IMPORTS = {
    # What each module or package may import, itself apart; nothing that stands below it.
    "version": "",
    "patterns": "",
    "records": "patterns",
    "letters": "patterns",
    "limits": "records",
    "guesses": "records limits",
    "interruption": "",
    "units": "patterns",
    "source": "records",
    "timings": "source",
    "diagnostics": "records guesses source",
    "codes": "records diagnostics",
    "expressions": "records",
    "internal": "source diagnostics codes",
    "blobs": "records",
    "atomic": "blobs",
    "confined": "",
    "colors": "records",
    "geometry": "records units",
    "presets": "units geometry",
    "slideshow": "records",
    "legibility": "colors units",
    "tones": "colors legibility",
    "formulas": "patterns records limits units letters",
    "content": "records source formulas",
    "labels": "formulas",
    "drawn": "records units source colors geometry presets content",
    "passage": "records source",
    "opc": "records limits units blobs",
    "pictures": "records limits units colors geometry blobs opc",
    "world": "records limits atomic blobs confined",
    "cache": "version records limits atomic confined",
    "data": "records limits source opc",
    "diagrams": "records data formulas",
    "markdown": "patterns records letters limits source diagnostics codes content formulas passage",
    "spec": "patterns "
    "records units colors letters limits guesses source diagnostics codes internal "
    "confined content labels formulas diagrams passage pictures world markdown data expressions",
    "deck": "records units source content spec slideshow",
    "wording": "records source content spec deck",
    "resolve": "patterns records source diagnostics codes internal content spec deck wording "
    "slideshow",
    "styles": "records units colors geometry",
    "templates": "",
    "template": "patterns records limits units colors geometry opc pictures styles",
    "text": "patterns records units",
    "placed_text": "records units source colors geometry content formulas styles text",
    "shown_text": "records units content formulas styles text placed_text",
    "charts": "records units source colors geometry",
    "pages": "records units source blobs charts colors geometry presets drawn content pictures "
    "styles template text placed_text slideshow",
    "layout": "patterns timings interruption "
    "records letters units source guesses diagnostics codes internal blobs colors "
    "geometry drawn presets legibility content formulas pictures spec deck wording styles template "
    "text placed_text shown_text charts pages slideshow",
    "blocks": "patterns "
    "records limits letters units source diagnostics codes colors legibility tones geometry "
    "drawn presets pictures content labels passage formulas diagrams expressions data markdown "
    "spec styles template text placed_text shown_text charts pages layout",
    "trademarks": "patterns "
    "records source diagnostics codes content spec deck wording pages blocks",
    "emit": "patterns "
    "records units internal blobs colors geometry presets drawn content pictures opc "
    "styles template formulas text placed_text charts pages slideshow",
    "draw": "patterns limits "
    "records units source internal blobs colors geometry presets drawn content pictures opc "
    "styles template formulas text placed_text shown_text charts pages slideshow",
    "export": "version patterns records limits letters diagnostics blobs units colors geometry "
    "content pictures styles text placed_text shown_text draw",
    "inspection": "records units source diagnostics blobs colors legibility geometry presets drawn "
    "content styles template text placed_text pages layout emit",
    "report": "records source diagnostics",
    "stages": "pictures units patterns "
    "records limits source diagnostics codes internal blobs opc confined world cache spec deck "
    "templates template text colors pages layout blocks emit draw export",
    "memory": "spec template layout emit draw",
    "garbage": "",
    "compiler": "timings "
    "records limits garbage guesses source diagnostics internal blobs world cache spec deck "
    "resolve trademarks template pages draw export stages",
    "session": "records world memory compiler",
    "editing": "patterns garbage "
    "records limits units source diagnostics codes internal content spec data deck resolve "
    "templates template blocks trademarks expressions world compiler session",
    "lsp": "patterns records version source diagnostics internal editing",
    "batch": "patterns timings interruption "
    "records version limits guesses source diagnostics codes internal atomic blobs world "
    "data spec memory compiler",
    "dump": "records units source charts geometry presets drawn content pictures spec styles "
    "template placed_text pages slideshow",
    "preview": "records limits garbage source diagnostics internal blobs world spec content pages "
    "draw memory compiler",
    "starter": "",
    "cli": "timings "
    "records version patterns limits guesses source diagnostics codes internal atomic blobs "
    "world cache spec blocks trademarks report export memory compiler session batch stages dump "
    "lsp preview starter inspection templates",
    "__init__": "version source diagnostics world compiler session",
    "__main__": "cli",
}


LAYOUT = (
    *("typeset", "flow", "areas", "desk", "foot", "titles", "plan", "place"),
    *("bench", "sections", "alike", "memory", "processes", "cores", "deck"),
)
"""The modules and packages of layout, none of which imports what stands behind it."""

FOR_TYPES_ONLY = {
    ("diagnostics", "codes"),
    ("stages", "compiler"),
    ("stages", "memory"),
    ("compiler", "memory"),
    ("dump", "compiler"),
}
"""Imports that go upwards, for annotations alone: a stage is handed the build that runs it."""


DOORS = {
    # The only modules that may import each library.
    "ahocorasick_rs": "trademarks.lexicon",
    "PIL": "template.palette template.mosaics template.silhouettes "
    "pictures.converted pictures.pixels pictures.decoded "
    "pictures.recolored pictures.reduced pictures.inks export.pdf.pictures",
    "budoux": "text.phrases",
    "click": "cli",
    "fast_sugiyama": "diagrams.layers",
    "distributed": "batch.cluster",
    "duckdb": "data.sql",
    "lxml": "opc.xml",
    "markdown_it": "markdown.parser",
    "math_core": "formulas.tex",
    "mdit_py_plugins": "markdown.parser",
    "msgspec": "records",
    "openpyxl": "data.excel",
    "xlsxwriter": "emit.workbook",
    "pillow_heif": "pictures.converted",
    "pydyf": "export.pdf.objects",
    "pygments": "blocks.listings.colouring",
    "lsprotocol": "lsp",
    "pygls": "lsp",
    "pypdfium2": "pictures.pdf",
    "resvg_py": "pictures.svg",
    "segno": "pictures.qr",
    "uharfbuzz": "text.shaping draw.subsets export.glyphs",
    "yaml": "spec.reader",
    "ziamath": "formulas.setting",
}


FILE_DOORS = {
    # Who touches files, and why.
    "world": "it is the door",
    "atomic": "writes files for it",
    "confined": "opens files for it",
    "cache": "keeps what a run has read of a template for the next",
    "editing.overlay": "stands before it, with what an editor has open",
    "spec.witness": "asks when files were written",
    "text.machine": "looks for fonts on this machine",
    "layout.processes": "asks the system how many threads this process has",
    "text.characters": "reads a table of the package",
    "text.faces": "reads tables of the package",
    "templates": "reads a template of the package",
    "export.html.document": "reads the script and the style of the page",
    "trademarks.known": "reads a list of the package",
    "preview.assets": "reads the page, which is in the package",
    "preview.proof": "hands a file to another program, and takes its pictures back",
    "cli": "stands in for a stream that the caller has closed",
    "cli.many": "makes the folder of results",
    "cli.new": "starts a deck in a folder",
    "cli.target": "finds out where the result goes",
    "cli.program": "tells a deck from a command",
}


FILE_CALLS = {
    *("open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink"),
    *("exists", "is_file", "is_dir", "iterdir", "glob", "rglob", "stat", "touch", "rename"),
}


NOT_FILES = {
    *("Image.open", "self.open", "build.world.exists", "files.world.exists"),
    *("self._witness.open", "self._witness.exists", "webbrowser.open"),
    *("world.open", "world.exists", "self._world.open"),
}


CLOCKS = {"time", "datetime", "random", "secrets"}


CLOCK_DOORS = {
    *("cli.progress", "cli.timings", "cli.watch", "emit.workbook", "data.sql"),
    *("preview.proof", "preview.server", "preview.watched", "preview.workshop"),
}
"""`emit.workbook` states a time of its own, so that a library does not ask for it; `data.sql` is
given dates. The others tell how long something takes, and the server makes a key that cannot be
guessed."""
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_DOCUMENT = 350, 60, 220


MOST_IN_FOLDER = 12


def test_every_module_at_the_top_has_its_place_in_the_order():
    assert {unit_of(module) for module in modules()} == set(IMPORTS)


@pytest.mark.parametrize("unit", IMPORTS)
def test_imports_are_those_that_are_allowed(unit):
    found = {(to, typing) for of, to, typing in own_imports() if of == unit and to != unit}
    allowed = set(IMPORTS[unit].split())
    unwanted = {
        to
        for to, typing in found
        if to not in allowed and not (typing and (unit, to) in FOR_TYPES_ONLY)
    }
    assert unwanted == set()


def test_nothing_may_import_what_stands_below_it():
    order = list(IMPORTS)
    upwards = [
        (unit, name)
        for unit, names in IMPORTS.items()
        for name in names.split()
        if name != "__init__" and order.index(name) >= order.index(unit)
    ]
    assert upwards == []


def test_packages_of_layout_stand_one_above_another():
    found = {
        (found.module.split(".")[1], found.name.split(".")[2], found.module)
        for found in imports()
        if unit_of(found.module) == "layout"
        and found.module != "layout"
        and found.name.startswith("deckgen.layout.")
        and not found.is_typing
    }
    upwards = {(module, to) for of, to, module in found if LAYOUT.index(to) > LAYOUT.index(of)}
    assert upwards == {("layout.areas.regions", "foot")}  # how much room the foot takes


def test_libraries_have_one_door_each():
    foreign = {
        (unit_of(found.name), found.module)
        for found in imports()
        if not found.is_typing and unit_of(found.name) not in {"deckgen", *sys.stdlib_module_names}
    }
    assert {library for library, _ in foreign} == set(DOORS)
    through = {(lib, mod) for lib, mod in foreign if not _is_within(mod, DOORS[lib].split())}
    assert through == set()


def _is_within(module: str, doors: list[str]) -> bool:
    return any(module == door or module.startswith(f"{door}.") for door in doors)


def test_files_are_touched_at_the_doors_alone():
    touched = {
        (module, ast.unparse(node.func))
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in FILE_CALLS
    }
    elsewhere = {(m, call) for m, call in touched if call not in NOT_FILES and m not in FILE_DOORS}
    assert elsewhere == set()


def test_nothing_in_the_result_depends_on_the_clock():
    assert {f.module for f in imports() if f.name in CLOCKS} <= CLOCK_DOORS
    for module, tree in modules().items():
        named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not named & {"uuid1", "uuid4", "urandom"}, module


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.py")), ids=name_of)
def test_files_and_functions_stay_small(file):
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


def test_no_two_public_classes_share_a_name():
    named: dict[str, list[str]] = {}
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                named.setdefault(node.name, []).append(module)
    assert {name: places for name, places in named.items() if len(places) > 1} == {}


def test_what_a_module_keeps_for_itself_it_uses():
    unused = [
        (module, target.id)
        for module, tree in modules().items()
        for node in tree.body
        if isinstance(node, ast.AnnAssign | ast.Assign)
        for target in (node.targets if isinstance(node, ast.Assign) else (node.target,))
        if isinstance(target, ast.Name)
        and re.fullmatch("_[A-Z][A-Z_0-9]*", target.id)
        and not any(
            isinstance(each, ast.Name) and each.id == target.id and isinstance(each.ctx, ast.Load)
            for each in ast.walk(tree)
        )
    ]
    assert unused == []


def test_a_block_imports_from_its_kit_alone():
    allowed = ("deckgen.blocks.", "deckgen.blocks")
    reached = {
        (found.module, found.name)
        for found in imports()
        if unit_of(found.module) == "blocks"
        and found.module not in {"blocks", "blocks.kit"}
        and found.module.count(".") == 1
        and found.name.startswith("deckgen")
        and not found.name.startswith(allowed)
    }
    assert reached == set()


def test_folders_of_layout_are_seen_at_a_glance():
    folders = [
        SOURCE / "layout",
        *(path for path in (SOURCE / "layout").iterdir() if path.is_dir()),
    ]
    crowded = [folder.name for folder in folders if len([*folder.glob("*.py")]) > MOST_IN_FOLDER]
    assert crowded == []


def test_the_document_tells_of_all_that_stands_at_the_top_and_of_nothing_else():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_DOCUMENT
    told = set(re.findall(r"`([a-z_]+)`", text))
    units = {unit_of(module) for module in modules()} - {"__init__", "__main__"}
    assert units - told == set()
    files = re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.py)`", text)
    places = (SOURCE, ROOT, ROOT / "src/deckgen")
    assert [name for name in files if not any((at / name).is_file() for at in places)] == []


def test_modules_that_the_document_names_in_a_package_are_in_it():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    code_map = text.partition("## Code map")[2].partition("\n## ")[0]
    for entry in re.split(r"\n- (?=\*\*`)", code_map)[1:]:
        package, told = re.match(r"\*\*`([a-z_]+)`\*\*(.*)", entry, re.DOTALL).groups()
        folder = SOURCE / package
        named = re.findall(r"[(,] ?`([a-z_]+)`(?=[),])", told)
        known = {path.stem for path in folder.rglob("*")} | {unit_of(name) for name in modules()}
        assert [name for name in named if name not in known] == [], package


def test_no_regular_expression_is_compiled_when_a_module_is_loaded():
    """Most runs need few; bytes are looked at only where pictures are read."""
    compiled = [
        f"{module}:{node.lineno}"
        for module, tree in modules().items()
        if module != "pictures.jpeg"
        for top in tree.body
        if not isinstance(top, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(top)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert compiled == []
