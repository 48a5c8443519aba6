"""What lies between the pipeline and its stages: files are found and errors become diagnostics."""
