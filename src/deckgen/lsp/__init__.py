"""The language server protocol -> questions to `editing`, and its answers -> the protocol.

This package alone knows pygls, which comes with the extra `lsp`.
"""
