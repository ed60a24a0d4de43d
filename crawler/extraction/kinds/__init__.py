"""What a page is when it is no article: its own words, its links, forms and posts judged.

`kind` gives the verdict; it asks `posts` for pages that show the posts of a blog or the beginnings of articles, and `walls` for
offers and logins in the place of one.
"""
