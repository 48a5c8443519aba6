"""Tables in files (CSV, TSV, JSON, JSON Lines, Excel) -> frozen, typed cells with places."""
