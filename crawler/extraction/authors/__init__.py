"""Who wrote the article, and who published it."""
