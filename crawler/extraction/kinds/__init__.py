"""What a page is when it is no article: its own words, its links, forms and posts judged.

`kind` gives the verdict, by a table of rules; it asks `lists` for pages that lead to articles, `posts` for those that show the
posts of a blog or the beginnings of articles, and `walls` for offers and logins in the place of one.
"""
