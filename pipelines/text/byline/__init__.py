"""Bylines, datelines, photo credits and editor lines: what they look like, and what they say that is true.

`page` reads a whole page. Under it

- `datelines`, the head before the first sentence: `dateline` asks `wires` and `wires_abroad` (agencies), `towns` (English
  places and days), `heads` (composed Chinese ones) and `openings` (Chinese ones word by word, whose words are in `head_words`);
- `credits`: a line of its own is read by `lines` (labels and values), `header` (day, source and toolbar) and `makers` (roles
  and names), the end of a paragraph by `tail`, which asks these, `picture` and `composed` (the credits of pictures);
- `notes` on the writer, `chinese` or `english` (whose words are in `english_words`), and `signature`, which has no label;
- `habits`, what only the site's habit tells: `slots` (who signs) and `slot_heads`;
- `pieces`, pages of several pieces whose heads and signatures are theirs, and stay.

All stand on `vocabulary`: `credit` is what they give, `people`, `segments` and `named` tell names and words from sentences,
and `values` reads what stands behind a label. `learning` learns what a site does, and `writers` says whom a page's credits
name as its writers. Codes such as B4 are patterns of `evaluation/pollution`.
"""

from typing import TYPE_CHECKING

from pipelines.text.lazily import gives

if TYPE_CHECKING:
    from pipelines.text.byline.habits.slots import Habits
    from pipelines.text.byline.page import (
        credit_bounds,
        edges_of,
        find_credits,
        is_credit_label,
        is_credit_line,
        is_nameless,
    )
    from pipelines.text.byline.vocabulary.credit import Credit

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

__getattr__ = gives(
    __name__,
    habits__slots=["Habits"],
    page=["credit_bounds", "edges_of", "find_credits", "is_credit_label", "is_credit_line", "is_nameless"],
    vocabulary__credit=["Credit"],
)
