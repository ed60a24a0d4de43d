"""The headline: what the page states, which line it stands in, and what of it is not the headline.

`title` weighs the statements against the `headings`, the `reworded` one among them, and against the text, and `masthead` finds
it below a name that the page repeats; `headline` says in which line it stands. `labels` stand before or behind it; `wording` is titles as strings.
"""
