"""From bytes to the lines of a page: charset, tree, one walk, and what the page states about itself."""
