"""What charts are set with: their data, colours, scales, labels and texts."""
