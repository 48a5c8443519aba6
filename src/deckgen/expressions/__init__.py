"""A condition as text, such as `revenue < 0 and region in ["EMEA", "APAC"]` -> its value.

The language is a small safe part of what many languages share: comparisons (`==`, `!=`, `<`, `<=`,
`>`, `>=`, `in`, `not in`, also chained: `0 < x <= 10`), `and`, `or`, `not`, parentheses, lists,
texts in either quotation marks, numbers, `true`, `false`, `null`, and names with dots
(`team.size`); names that hold anything else stand in backticks. There is no arithmetic, and there
are no calls. `parse` reads it, `names_in` lists what it asks for, `evaluate` tells what it is.
"""

from deckgen.expressions.evaluate import evaluate, holds
from deckgen.expressions.model import (
    Expression,
    ExpressionError,
    Name,
    Number,
    Value,
    names_in,
    subjects_in,
)
from deckgen.expressions.parser import parse

__all__ = [
    "Expression",
    "ExpressionError",
    "Name",
    "Number",
    "Value",
    "evaluate",
    "holds",
    "names_in",
    "parse",
    "subjects_in",
]
