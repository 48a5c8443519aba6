"""The name of an editor -> the address or the command that opens it at a line.

An address is opened by the browser, by way of the program that is registered for it. A command is
run on this machine, and only the one that was chosen when the preview was started: the browser
says nothing but which of the places that it was told is meant.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

ADDRESSES: Final[Mapping[str, tuple[str, str]]] = {
    "code": ("VS Code", "vscode://file/{path}:{line}:{column}"),
    "vscodium": ("VSCodium", "vscodium://file/{path}:{line}:{column}"),
    "cursor": ("Cursor", "cursor://file/{path}:{line}:{column}"),
    "zed": ("Zed", "zed://file/{path}:{line}:{column}"),
    "jetbrains": ("JetBrains", "idea://open?file={path}&line={line}&column={column}"),
    "pycharm": ("PyCharm", "pycharm://open?file={path}&line={line}&column={column}"),
    "webstorm": ("WebStorm", "webstorm://open?file={path}&line={line}&column={column}"),
    "sublime": ("Sublime Text", "subl://open?url=file://{path}&line={line}&column={column}"),
    "textmate": ("TextMate", "txmt://open?url=file://{path}&line={line}&column={column}"),
    "macvim": ("MacVim", "mvim://open?url=file://{path}&line={line}&column={column}"),
}
"""Editors that register an address of their own: what they are called, and the address."""

COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "emacs": ("Emacs", "emacsclient --no-wait +{line}:{column} {path}"),
    "vim": ("Vim", "gvim --remote-silent +{line} {path}"),
}
"""Editors that a command reaches: what they are called, and the command."""


class Editor(Struct, frozen=True):
    """How places are opened: by an address, or by the words of a command where there are any."""

    name: str
    template: str = ""
    command: tuple[str, ...] = ()

    def address(self, file: str, line: int, column: int) -> str:
        """Return the address of a place, empty where a command opens it."""
        if not self.template:
            return ""
        path = quote(Path(file).absolute().as_posix().removeprefix("/" * self._eats_slash))
        return self.template.format(path=path, line=line, column=column)

    @property
    def _eats_slash(self) -> bool:
        """Whether the slash that a path starts with stands in the address already."""
        return "/{path}" in self.template and "//{path}" not in self.template

    def words(self, file: str, line: int, column: int) -> list[str]:
        """Return the words of the command for a place."""
        path = str(Path(file).absolute())
        return [word.format(path=path, line=line, column=column) for word in self.command]


def editor_of(wish: str) -> Editor:
    """Return the editor of a name, or that of an address or a command with `{path}` in it.

    Raises `ValueError`, which says what is wrong.
    """
    if wish in ADDRESSES:
        name, template = ADDRESSES[wish]
        return Editor(name, template)
    if wish in COMMANDS:
        name, command = COMMANDS[wish]
        return Editor(name, command=tuple(command.split()))
    if "{path}" not in wish:
        known = ", ".join((*ADDRESSES, *COMMANDS))
        raise ValueError(
            f"'{wish}' is neither an editor ({known}) nor an address or a command with {{path}}"
        )
    try:
        wish.format(path="x", line=1, column=1)
    except (KeyError, IndexError, ValueError):
        raise ValueError(f"'{wish}' may have {{path}}, {{line}} and {{column}} alone") from None
    if "://" in wish.split()[0]:
        return Editor(wish.partition(":")[0], wish)
    return Editor(Path(shlex.split(wish)[0]).stem, command=tuple(shlex.split(wish)))
