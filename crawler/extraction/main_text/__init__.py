"""The lines that are the article: evidence for each, two forests that judge it, and what stands or falls together.

`survey` is the first look at a page: it marks the `furniture`, asks `hidden` and `next_articles` what is none and what follows,
and elects the block with the prose. Then `body` chooses. `evidence` takes down what speaks for each line (by its wording in
`signs` and `words`, as arrays in `figures`), a `forest` judges it, and a second one with what `company` tells of its neighbours.
`cards` takes other articles out, and `together` lets like parts stand or fall as one. What was chosen is settled: `outward`,
`columns`, `captions` (with `centred`), `inserts`, `ends` with `announcing`. `stated` is for pages that show their text to
nobody.
"""
