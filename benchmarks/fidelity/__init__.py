"""How like our drawings of pages are to those that LibreOffice makes of the files."""
