"""The built-in templates, `corporate.pptx` and `plain.pptx`, drawn by scripts/draw_templates.py."""
