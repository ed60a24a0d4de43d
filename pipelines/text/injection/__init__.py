"""Injected text, by behaviour: one module per family of patterns, each a function from a page to its finds.

The folders say where a rule looks: `noise` at characters, `affixes` at the edges of paragraphs, `insertions` inside their
sentences, `paragraphs` and `adverts` at whole ones, `titles` at the headline, and `pages` at what only the whole page or
others show. All stand on `evidence`, and none on another.

A page meets the rules in the order of FAMILIES, each as the one before left it; what one has cut may prove a keyword for the
others. What recurs, breaks words or stands behind marks that nobody sets is foreign; what the article speaks of (`Page.tie`,
`natural_tie`, `speaks_of`) stays. What `find_NAME` finds on a page, `find_site_NAME` beside it learns from all pages of a site:
`learning` calls those before any page is judged, and gives the site's `Habits`. Codes such as I4 are patterns of
`evaluation/pollution`.
"""

from collections.abc import Callable

from pipelines.text.injection.adverts.calls import find_calls
from pipelines.text.injection.adverts.chinese import find_chinese_adverts
from pipelines.text.injection.adverts.english import find_english_adverts
from pipelines.text.injection.adverts.framed import find_framed_adverts
from pipelines.text.injection.adverts.keyworded import find_keyworded
from pipelines.text.injection.adverts.repeated import find_repeated_adverts
from pipelines.text.injection.affixes.labels import find_labels
from pipelines.text.injection.affixes.leads import find_leads
from pipelines.text.injection.affixes.prefixes import find_prefixes, find_uncovered_prefixes
from pipelines.text.injection.affixes.repeated_edges import find_repeated_edges
from pipelines.text.injection.affixes.rotations import find_rotations
from pipelines.text.injection.affixes.suffixes import find_left_labels, find_link_blocks, find_suffixes
from pipelines.text.injection.affixes.tails import find_tails
from pipelines.text.injection.affixes.unstated import find_unstated
from pipelines.text.injection.evidence.habits import ALONE, Habits
from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.insertions.behind_stops import find_behind_stops
from pipelines.text.injection.insertions.between_commas import find_between_commas
from pipelines.text.injection.insertions.decorated import find_decorated
from pipelines.text.injection.insertions.glued_names import find_glued_names
from pipelines.text.injection.insertions.keywords_of_page import find_keywords_of_page
from pipelines.text.injection.insertions.keywords_of_site import find_keywords_of_site
from pipelines.text.injection.insertions.phrases import find_phrases
from pipelines.text.injection.insertions.recurring_keywords import find_recurring_keywords
from pipelines.text.injection.insertions.recurring_phrases import find_recurring_phrases
from pipelines.text.injection.insertions.repeated_strings import find_repeated_strings
from pipelines.text.injection.insertions.roots import find_rooted
from pipelines.text.injection.learning import learn
from pipelines.text.injection.noise.glosses import find_glosses
from pipelines.text.injection.noise.junk import find_junk
from pipelines.text.injection.noise.lookalikes import find_lookalikes, find_numerals
from pipelines.text.injection.noise.markup import find_censored, find_markup
from pipelines.text.injection.noise.pictographs import find_pictographs
from pipelines.text.injection.pages.collage import find_collage
from pipelines.text.injection.pages.foreign_tails import find_foreign_tail
from pipelines.text.injection.pages.soup import find_soup
from pipelines.text.injection.pages.stand_ins import find_stand_ins
from pipelines.text.injection.paragraphs.brand_lines import find_lines
from pipelines.text.injection.paragraphs.contacts import find_contacts
from pipelines.text.injection.paragraphs.headlines import find_headlines
from pipelines.text.injection.paragraphs.model_answers import find_model_answers
from pipelines.text.injection.titles.endings import find_endings
from pipelines.text.injection.titles.fields import find_title_fields
from pipelines.text.injection.titles.hung_names import find_hung_name
from pipelines.text.injection.titles.keywords import find_keyword_lines, find_titles
from pipelines.text.injection.titles.openings import find_openings
from pipelines.text.injection.titles.pasted import find_pasted_titles
from pipelines.text.injection.titles.question_marks import find_question_mark
from pipelines.text.injection.titles.recurring import find_recurring

__all__ = ["ALONE", "FAMILIES", "Find", "Habits", "Page", "key", "learn"]

Family = Callable[[Page], list[Find]]

FAMILIES: tuple[Family, ...] = (
    # what the metadata say without it; frames around the whole, and noise inside words, so that keywords compare
    find_unstated,
    find_model_answers,
    find_markup,
    find_glosses,
    # whole adverts before the keywords in them, which they prove; paragraphs before single sentences of them
    find_framed_adverts,
    find_repeated_adverts,
    find_keyworded,
    find_foreign_tail,
    find_rotations,
    # what hangs behind a short last sentence, before that is taken for a headline
    find_suffixes,
    find_headlines,
    find_contacts,
    find_lines,
    find_pictographs,
    find_junk,
    # what names many keywords at once, then keywords inside sentences: what is left of the text is the article's
    find_link_blocks,
    find_suffixes,  # again: what hung behind a suffix, another one or junk, is gone by now
    find_keyword_lines,
    find_tails,
    find_rooted,
    find_keywords_of_site,
    find_between_commas,
    find_decorated,
    find_repeated_strings,
    find_recurring_keywords,
    find_glued_names,
    find_phrases,
    find_recurring_phrases,
    find_behind_stops,
    # keywords at the edges of paragraphs; then the lines and the ends of paragraphs that only these prove
    find_repeated_edges,
    find_labels,
    find_prefixes,
    find_uncovered_prefixes,
    find_lines,
    find_tails,
    find_keywords_of_page,
    find_leads,
    find_calls,
    find_left_labels,
    find_english_adverts,
    find_chinese_adverts,
    # the title, when the keywords are known
    find_title_fields,
    find_hung_name,
    find_endings,
    find_question_mark,
    find_openings,
    find_titles,
    find_recurring,
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
