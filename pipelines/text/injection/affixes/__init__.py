"""What is glued to the start or the end of paragraphs: prefixes, labels, leads, suffixes, keywords that take turns there."""
