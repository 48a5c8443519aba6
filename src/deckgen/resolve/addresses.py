"""The address of a link -> why it cannot be one, or is not one unless that is allowed.

PowerPoint calls a file damaged that holds an address which .NET's `System.Uri` does not take; what
is checked here are the rules of RFC 3986 for schemes that name a host. Files that Windows runs when
they are opened, and network shares, which learn the name and the password's hash of whoever follows
a link to them, are only linked to where the user of the command allows it.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.patterns import lazy

PROGRAMS: Final = "programs"
SHARES: Final = "shares"
"""What links may be allowed to lead to: these two."""

_WITH_HOST: Final = frozenset(("http", "https", "ftp"))
_ADDRESS: Final = lazy(r"([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#\\]*))?")
_AUTHORITY: Final = lazy(r"(?:[^@]*@)?(\[[^\]]*\]|[^:@\[\]]*)(?::(\d*))?")
_LABEL: Final = lazy(r"[A-Za-z0-9_-]{1,63}")
_LAST_PORT: Final = 65_535
_SHARE: Final = ("\\", "/\\")
"""How paths on other machines start. Markdown takes two backslashes for one, so one will do."""
_LONGEST: Final = 65_519
"""The characters that `System.Uri` takes."""
_RUN: Final = frozenset(
    (
        *("app", "appinstaller", "application", "appref-ms", "bat", "chm", "cmd", "com"),
        *("command", "cpl", "csh", "diagcab", "dll", "exe", "gadget", "hta"),
        *("inf", "ins", "isp", "jar", "jnlp", "js", "jse", "ksh"),
        *("lnk", "msc", "msh", "msi", "msix", "msp", "mst", "msu"),
        *("ocx", "pif", "pl", "ps1", "psd1", "psm1", "py", "pyc"),
        *("pyw", "pyz", "reg", "rgs", "scf", "scr", "sct", "sh"),
        *("shb", "shs", "sys", "url", "vb", "vbe", "vbs", "website"),
        *("ws", "wsc", "wsf", "wsh", "xbap", "xll"),
    )
)
"""The ends of files that Windows, macOS or a shell runs, or that set what is run."""


def fault_of(target: str) -> str:
    """Return why an address is none, nothing where it is one or none that names a host."""
    if len(target) > _LONGEST:
        return f"an address has up to {_LONGEST:,} characters, this one {len(target):,}"
    found = _ADDRESS.match(target)
    if found is None or found[1].lower() not in _WITH_HOST:
        return ""
    if not found[2]:
        return f"no name of a host follows `{found[1]}://`"
    parts = _AUTHORITY.fullmatch(found[2])
    if parts is None or not _is_host(parts[1]):
        return f"`{found[2]}` is no name of a host"
    if parts[2] and int(parts[2][:9]) > _LAST_PORT:
        return f"`{parts[2]}` is no port; the last is {_LAST_PORT:,}"
    return ""


def needed_for(target: str) -> str:
    """Return what must be allowed for an address to be linked to, nothing where it always is."""
    if _ADDRESS.match(target):
        return ""
    from urllib.parse import unquote  # relative addresses are rare, and it takes long to import

    path = unquote(target)
    if path.startswith(_SHARE):
        return SHARES
    name = re.split(r"[?#]", path)[0].rstrip(" ./\\")
    return PROGRAMS if "." in name and name.rpartition(".")[2].lower() in _RUN else ""


def as_uri(target: str) -> str:
    """Return the path of a network share as an address: `file://host/share`; others as they are."""
    if needed_for(target) != SHARES:
        return target
    from urllib.parse import unquote

    return "file://" + unquote(target).replace("\\", "/").lstrip("/")


def _is_host(name: str) -> bool:
    if name.startswith("["):
        return _is_ipv6(name[1:-1])
    try:
        name = name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:
        return False
    return all(_LABEL.fullmatch(label) for label in name.removesuffix(".").split("."))


def _is_ipv6(text: str) -> bool:
    from ipaddress import IPv6Address

    try:
        IPv6Address(text)
    except ValueError:
        return False
    return True
