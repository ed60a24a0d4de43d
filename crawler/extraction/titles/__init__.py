"""The headline: what the page states, which line it stands in, and what of it is not the headline.

`title` decides, by what is `announced` (statements weighed against the `headings`, the `reworded` one among them) and by the
text, and `masthead` finds it below a name that the page repeats; `headline` says in which line it stands. `labels` stand before
or behind it; `wording` is titles as strings.
"""
