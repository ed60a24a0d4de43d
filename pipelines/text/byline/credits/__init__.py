"""Lines and ends of paragraphs that credit somebody: labels and names, the staff, pictures, the head of a page."""
