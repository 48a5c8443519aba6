"""The head of a request -> whether it may be answered, and the head of any answer.

The server listens on this machine alone, but any page in the user's browser can ask it, and with a
name that an attacker's server resolves to 127.0.0.1 (DNS rebinding) such a page could read the
answers. So the names of host and origin must be our own, and each address starts with a token that
no page can guess. Answers allow the page nothing but what this server itself gives.
"""

from __future__ import annotations

from hmac import compare_digest
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

HOSTS: Final = ("127.0.0.1", "localhost", "[::1]")

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""What a page may load (Content-Security-Policy): nothing from elsewhere, and no script inline."""
_ALONE: Final = "frame-ancestors 'none'"
_IN_PANEL: Final = "frame-ancestors vscode-webview: vscode-file:"
"""VS Code shows pages in its panels within frames of these schemes, which no web page has."""

_PERMISSIONS: Final = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"


class Guard(Struct, frozen=True):
    """Knows by what names the server is called, and the token of this run."""

    port: int
    token: str

    def refuses(self, host: str | None, origin: str | None) -> bool:
        """Tell whether a request comes by another name, or from a page that is not ours."""
        named = {f"{name}:{self.port}" for name in HOSTS}
        own_page = origin is None or origin in {f"http://{name}" for name in named}
        return host not in named or not own_page

    def knows(self, token: str) -> bool:
        """Tell whether a token is that of this run, in a time that tells nothing of it."""
        return compare_digest(token.encode(), self.token.encode())


def headers(kind: str, *, in_panel: bool = False) -> Mapping[str, str]:
    """Return the head of an answer of a media type; only one for a panel may stand in a frame."""
    head = {
        "Content-Type": kind,
        "Content-Security-Policy": f"{POLICY}; {_IN_PANEL if in_panel else _ALONE}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": _PERMISSIONS,
    }
    if not in_panel:
        head |= {"X-Frame-Options": "DENY", "Cross-Origin-Opener-Policy": "same-origin"}
    return head
