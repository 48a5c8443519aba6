"""How places in a deck are opened in an editor."""

import pytest

from deckgen.preview.editors import ADDRESSES, COMMANDS, editor_of


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("code", "vscode://file/a%20b/d%23.yaml:3:7"),
        ("jetbrains", "idea://open?file=/a%20b/d%23.yaml&line=3&column=7"),
        ("sublime", "subl://open?url=file:///a%20b/d%23.yaml&line=3&column=7"),
        ("https://x.example/?f={path}&l={line}", "https://x.example/?f=/a%20b/d%23.yaml&l=3"),
    ],
)
def test_an_address_has_the_place(name, address):
    editor = editor_of(name)
    assert editor.address("/a b/d#.yaml", 3, 7) == address
    assert editor.command == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("emacs", ["emacsclient", "--no-wait", "+3:7", "/a b/$x;.yaml"]),
        ("vim", ["gvim", "--remote-silent", "+3", "/a b/$x;.yaml"]),
        ("subl '{path}:{line}'", ["subl", "/a b/$x;.yaml:3"]),
    ],
)
def test_a_command_is_words_and_no_shell_reads_them(name, words):
    editor = editor_of(name)
    assert editor.words("/a b/$x;.yaml", 3, 7) == words
    assert editor.address("/a b/$x;.yaml", 3, 7) == ""


@pytest.mark.parametrize("wish", ["nano", "", "x://{file}", "x {path} {row}", "x {path", "{path}{"])
def test_what_is_no_editor_is_refused(wish):
    with pytest.raises(ValueError, match=r"editor|may have"):
        editor_of(wish)


def test_every_editor_is_one():
    for name in (*ADDRESSES, *COMMANDS):
        editor = editor_of(name)
        assert editor.address("/x", 1, 1) or editor.words("/x", 1, 1)
