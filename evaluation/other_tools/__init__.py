"""Extractors and deduplicators of others, called as their authors show it, where they are installed."""
