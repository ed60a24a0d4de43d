"""What all rules share.

`page` is what a rule looks at and what it gives, `habits` what its site does to all pages; `tokens` are what is compared, and
`lookup` finds many of them at once. What speaks for a cut is weighed in `word_pairs` (two neighbours make a word without what
stands between them), `repeats` and `roots` (strings that come back, and what their places say together), `sentences` and
`relation` (what unrelated pages have in common) and `keywords` (what is proven elsewhere). What speaks against it: words of
grammar (`function_words`) and what paragraphs begin with (`genuine_starts`). `pictographs` says what one is.
"""
