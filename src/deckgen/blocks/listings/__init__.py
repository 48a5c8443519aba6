"""What `blocks/code.py` is made of: lines, their colours, the size that they are set in."""
