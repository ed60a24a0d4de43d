"""The lines that are the article: evidence for each, two forests that judge it, and what stands or falls together."""
