"""Designs -> the packages of the templates that come with deckgen."""
