"""Paragraphs and sentences that sell something amid a report."""
