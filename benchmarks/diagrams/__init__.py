"""Sixty graphs -> what is wrong with the diagrams that are made of them, and contact sheets."""
