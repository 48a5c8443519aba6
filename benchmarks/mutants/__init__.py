"""Changed operators, limits and statements -> whether the tests notice."""
