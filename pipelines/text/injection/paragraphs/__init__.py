"""Whole paragraphs and lines that are not the article's: brand lines, other headlines, app data, answers of models."""
