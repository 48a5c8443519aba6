"""Templates -> whether what LibreOffice draws on them stands where the pages say."""
