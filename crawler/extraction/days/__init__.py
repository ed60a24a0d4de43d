"""When the article was published and changed: forms of dates, stamps of the page, datelines and URLs."""
