"""Pages as they will be seen: placed items over the template's background, as a drawing.

`page` makes drawings, `model` is what they are made of; `svg` and what else writes a file decide
nothing about how a page looks.
"""
