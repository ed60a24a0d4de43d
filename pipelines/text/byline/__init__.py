"""Bylines, datelines, photo credits and editor lines: what they look like, and what they say that is true.

`page` reads a whole page. Under it

- a head before the first sentence is read by `dateline`, which asks `wires` and `wires_abroad` (agencies), `towns` (English places
  and days), `heads` (composed Chinese ones), `openings` (Chinese ones word by word, whose words are in `headwords`), and
  `slotheads` (what only the site's habit tells);
- a line of its own by `lines` (labels and `values`), `header` (day, source and toolbar), `makers` (roles and names), `notes`
  (Chinese notes), `press` (English ones, whose words are in `notewords`), `signature` and `slots` (the site's habit);
- the end of a paragraph by `tail`, which asks these, `picture` and `composed` (the credits of pictures).

`people` and `segments` tell names and words from sentences, `credit` is what all give, `habits` learns what a site does,
and `writers` says whom a page's credits name as its writers. Codes such as B4 are patterns of `evaluation/pollution`.
"""

from pipelines.text.byline.credit import Credit
from pipelines.text.byline.page import (
    credit_bounds,
    edges_of,
    find_credits,
    is_credit_label,
    is_credit_line,
    is_nameless,
)
from pipelines.text.byline.slots import Habits

__all__ = [
    "Credit",
    "Habits",
    "credit_bounds",
    "edges_of",
    "find_credits",
    "is_credit_label",
    "is_credit_line",
    "is_nameless",
]
