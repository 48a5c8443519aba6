"""What pygls logs -> lines on standard error, which editors show to authors.

What is refused is the client's answer already, and a fault is a line. `DECKGEN_DEBUG` has all.
"""

from __future__ import annotations

import logging
import os
from typing import Final

from pygls.exceptions import JsonRpcException

from deckgen.internal import DEBUG

_LIBRARY: Final = "pygls"


def log_briefly() -> None:
    """Have what pygls logs from now on written as lines, unless bugs are looked for."""
    if os.environ.get(DEBUG):
        return
    handler = logging.StreamHandler()
    handler.setFormatter(_Line())
    handler.addFilter(lambda record: not isinstance(_raised(record), JsonRpcException))
    logging.getLogger(_LIBRARY).addHandler(handler)


class _Line(logging.Formatter):
    """Tells the first line of what is logged, and what was raised but not where."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage().partition("\n")[0]
        raised = _raised(record)
        return message if raised is None else f"{message}: {type(raised).__name__}"


def _raised(record: logging.LogRecord) -> BaseException | None:
    return record.exc_info[1] if record.exc_info else None
