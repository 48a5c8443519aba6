"""A deck as it is being written, and a place in it -> what an editor shows, offers and changes."""
