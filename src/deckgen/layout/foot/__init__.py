"""What stands at the foot of a slide -> its frames: footers, and small print above them."""
