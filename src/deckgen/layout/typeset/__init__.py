"""Text, styles and a width -> measured lines, at the largest size that fits."""
