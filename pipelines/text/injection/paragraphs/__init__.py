"""Whole paragraphs and lines that are not the article's: brand lines, other headlines, contacts, hosts, app data, answers."""
