"""One module a picture, each with a `draw` that returns the finished canvas."""
