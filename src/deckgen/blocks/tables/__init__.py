"""What tables are set with: columns, colours, and the search for their size."""
