"""Keywords in the title: lists of them, fields at its ends, what all titles of the site end with.

`units` are what a title is made of, `strings` of them recur over a site's titles and no text speaks of them: `recurring` takes
those that too many titles have at one kind of place, `sides` those that few have in several roles.
"""
