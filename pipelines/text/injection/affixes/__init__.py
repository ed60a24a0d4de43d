"""What is glued to the start or the end of paragraphs: prefixes, labels, leads, suffixes, and what only looks like one."""
