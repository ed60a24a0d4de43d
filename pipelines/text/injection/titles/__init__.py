"""Keywords in the title: lists of them, fields at its ends, what all titles of the site end with."""
