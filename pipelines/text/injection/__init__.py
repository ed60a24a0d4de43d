"""Injected text, by behaviour: one module per family of patterns, each a function from a page to its finds.

Codes such as I4 are patterns of `evaluation/pollution`.
"""

from collections.abc import Callable

from pipelines.text.injection.adverts import find_adverts
from pipelines.text.injection.answers import find_answers
from pipelines.text.injection.collage import find_collage
from pipelines.text.injection.contacts import find_contacts
from pipelines.text.injection.dropped import find_dropped
from pipelines.text.injection.endings import find_endings
from pipelines.text.injection.glosses import find_glosses
from pipelines.text.injection.headlines import find_headlines
from pipelines.text.injection.inserts import find_inserts, find_joined
from pipelines.text.injection.junk import find_junk
from pipelines.text.injection.labels import find_labels
from pipelines.text.injection.leads import find_leads
from pipelines.text.injection.learning import learn
from pipelines.text.injection.lines import find_lines
from pipelines.text.injection.lookalikes import find_lookalikes, find_numerals
from pipelines.text.injection.markup import find_censored, find_markup
from pipelines.text.injection.offers import find_offers
from pipelines.text.injection.page import Find, Page, key
from pipelines.text.injection.phrases import find_glued, find_phrases
from pipelines.text.injection.pictographs import find_pictographs
from pipelines.text.injection.prefixes import find_prefixes
from pipelines.text.injection.proven import find_proven
from pipelines.text.injection.recurring import find_recurring
from pipelines.text.injection.rotations import find_rotations
from pipelines.text.injection.site import ALONE, Habits
from pipelines.text.injection.slots import find_slots
from pipelines.text.injection.soup import find_soup
from pipelines.text.injection.stand_ins import find_stand_ins
from pipelines.text.injection.tails import find_left_labels, find_link_blocks, find_suffixes
from pipelines.text.injection.title_fields import find_title_fields
from pipelines.text.injection.titles import find_keyword_lines, find_pasted_titles, find_titles

__all__ = ["ALONE", "FAMILIES", "Find", "Habits", "Page", "key", "learn"]

Family = Callable[[Page], list[Find]]

FAMILIES: tuple[Family, ...] = (
    # frames around the whole, and noise inside words, so that keywords compare
    find_answers,
    find_markup,
    find_glosses,
    find_rotations,
    find_headlines,
    find_contacts,
    find_lines,
    find_pictographs,
    find_junk,
    # what names many keywords at once, then keywords inside sentences: what is left of the text is the article's
    find_link_blocks,
    find_suffixes,
    find_keyword_lines,
    find_slots,
    find_joined,
    find_inserts,
    find_dropped,
    find_phrases,
    find_recurring,
    find_glued,
    # keywords at the edges: lines before and behind prefixes, since each confirms the other
    find_labels,
    find_lines,
    find_prefixes,
    find_lines,
    find_proven,
    find_leads,
    find_left_labels,
    find_adverts,
    find_offers,
    # the title, when the keywords are known
    find_title_fields,
    find_endings,
    find_titles,
    find_pasted_titles,
    # what is put right or only marked
    find_lookalikes,
    find_numerals,
    find_censored,
    find_stand_ins,
    find_soup,
    find_collage,
)
"""The rules in the order in which a page meets them."""
