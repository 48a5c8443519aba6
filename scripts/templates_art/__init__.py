"""Designs -> the packages of the two templates that come with deckgen."""
