"""A .pptx or .potx file -> a `Template`: layouts with their slots, styles, fonts and colours."""
