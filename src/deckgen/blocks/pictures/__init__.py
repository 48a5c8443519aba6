"""What the blocks of pictures share: cells, cropping and captions."""
