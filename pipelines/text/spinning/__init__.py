"""Pages whose text is not what a writer wrote: found to be marked, never rewritten.

`wording` finds spun words and the left-overs of a language model; `cohesion` says whether paragraphs belong to one
article, with `turns` for two whose paragraphs alternate, `halves` for two one behind the other and `terms` for what
paragraphs have in common; `pool` knows pages dealt from one pool of paragraphs.
"""
