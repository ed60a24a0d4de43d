"""What the rules look at and what they give: the page, its finds, the habits of its site, and what makes words of a language."""
