"""Who wrote the article, and who published it.

`people` chooses the authors: of those that a line states (`signed`, `signed_abroad`), of those beside the text without a word
that says so (`beside`, `accounts`), and of those that only markup names (`credited`, with `called`). `around` says which lines
may name them, `persons` what a name is, `medium` whose name is none. `publisher` chooses the source.
"""
