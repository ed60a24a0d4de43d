"""The headline: what the page states, which line it stands in, and what of it is not the headline.

`title` weighs the statements against the `headings`, the `reworded` one among them, and against the text; `headline` says in
which line it stands. `labels` stand before or behind it; `wording` is titles as strings.
"""
