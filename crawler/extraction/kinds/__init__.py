"""What a page is when it is no article: its own words, its links, forms and posts judged."""
