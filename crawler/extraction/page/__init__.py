"""From bytes to the lines of a page: charset, tree, one walk, and what the page states about itself.

`charset` decides the text (with `mojibake` and `frequent`), `contents` whether it is a page at all, `parse` makes the tree.
`lines` walks it once and brings home the `blocks`, by what their `names` (`name_words`) and `tags` say, with `inline` for
elements within a line that are more than words of it and without `inner_links`; `weights` are measured then. `metadata` is what the head states, with
`json_ld`, `fields` and `scripts`; a site's own `selectors` are applied by `selecting`. `beginnings`, `edges`, `leads` and
`letters` look at single lines.
"""
