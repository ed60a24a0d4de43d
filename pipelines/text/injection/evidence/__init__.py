"""What all rules share: the page, its finds, the habits of its site, proven keywords, and what a language is made of."""
