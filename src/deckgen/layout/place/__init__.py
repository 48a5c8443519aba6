"""Plans and their titles -> pages of placed items."""
