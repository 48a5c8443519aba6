"""Drawing primitives, figures and scenes -> the illustrations of the sample deck."""
