"""Open Packaging Conventions (ECMA-376-2): the zip of parts and relationships that a .pptx is."""
