"""Learning what a site does to its pages, from a batch of them before any is judged."""

from collections import Counter
from collections.abc import Sequence

from pipelines.text.injection.adverts.english import find_site_adverts
from pipelines.text.injection.adverts.framed import find_site_framed
from pipelines.text.injection.adverts.keyworded import find_site_keyworded
from pipelines.text.injection.adverts.site_repeated import find_site_repeated
from pipelines.text.injection.affixes.edge_roots import find_compounds, find_edge_roots
from pipelines.text.injection.affixes.labels import find_site_words, find_sole_labels
from pipelines.text.injection.affixes.leads import find_site_brands, find_site_leads
from pipelines.text.injection.affixes.prefixes import find_prefixes, find_site_prefixes
from pipelines.text.injection.affixes.rotations import find_site_rotations
from pipelines.text.injection.affixes.slogans import find_slogans
from pipelines.text.injection.affixes.suffixes import find_site_suffixes
from pipelines.text.injection.affixes.turning_keywords import find_turning_keywords
from pipelines.text.injection.evidence.habits import ALONE, Habits, frequent
from pipelines.text.injection.evidence.keywords import is_long_enough
from pipelines.text.injection.evidence.page import LONGEST_LINE, PROSE_END, Page
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.insertions.before_commas import find_brands_before_commas
from pipelines.text.injection.insertions.between_commas import running_of
from pipelines.text.injection.insertions.glued_phrases import find_glued_phrases
from pipelines.text.injection.insertions.phrases import find_site_phrases
from pipelines.text.injection.insertions.repeated_strings import find_site_strings
from pipelines.text.injection.insertions.roots import find_site_roots
from pipelines.text.injection.insertions.sibling_phrases import find_named, find_set_off, find_siblings
from pipelines.text.injection.insertions.stray_phrases import find_stray_phrases
from pipelines.text.injection.insertions.turning_tokens import find_site_tokens
from pipelines.text.injection.noise.junk import find_site_junk
from pipelines.text.injection.pages.collage import find_site_shared
from pipelines.text.injection.pages.foreign_tails import find_site_foreign
from pipelines.text.injection.pages.stand_ins import find_site_stand_ins
from pipelines.text.injection.pages.strays import find_site_strays
from pipelines.text.injection.paragraphs.contacts import find_site_contacts
from pipelines.text.injection.paragraphs.doubled_lines import find_doubled_lines
from pipelines.text.injection.paragraphs.headlines import find_site_edges
from pipelines.text.injection.titles.changing_sides import find_changing_sides
from pipelines.text.injection.titles.endings import find_site_endings, find_site_fields
from pipelines.text.injection.titles.fields import find_site_frames
from pipelines.text.injection.titles.openings import find_site_openings
from pipelines.text.injection.titles.question_marks import find_site_question_marks
from pipelines.text.injection.titles.recurring import find_site_recurring
from pipelines.text.injection.titles.sides import find_sides
from pipelines.text.injection.titles.strings import find_strings

MIN_PAGES = 3
"""Pages below which a batch says nothing of its site."""
MIN_SHARE = 0.2
"""Share of the pages on which a keyword or a line must stand."""


def learn(pages: Sequence[Page]) -> Habits:
    """Learn a site's habits from its pages; fewer than MIN_PAGES teach nothing."""
    if len(pages) < MIN_PAGES:
        return ALONE
    turning = find_turning_keywords(pages)
    repeated, named = find_site_repeated(pages, turning)
    chinese = [running_of(page) for page in pages if page.hanzi]
    endings, strings = find_site_endings(pages), find_strings(pages)
    inserts = find_site_strings(chinese) | dict.fromkeys(find_brands_before_commas(chinese), False)
    roots, tails = _roots([page for page in pages if page.hanzi])
    keywords = _frequent_keywords(pages) | turning | find_compounds(pages, roots, tails) | named
    keywords |= find_changing_sides(pages) | find_sides(strings) | find_site_tokens(pages) | find_site_brands(pages)
    keywords |= find_site_rotations(pages) | find_sole_labels(pages) | find_doubled_lines(pages)
    slogans, further = find_slogans(pages, keywords)
    phrases = _phrases(pages, named)
    keywords |= further | {token for phrase in phrases if is_long_enough(token := key(phrase))}
    return Habits(
        pages=len(pages),
        keywords=keywords,
        frames=find_site_keyworded(pages, keywords),
        slogans=slogans,
        endings=endings,
        fields=find_site_fields(pages, endings),
        titles=find_site_frames(pages),
        openings=find_site_openings(pages),
        recurring=find_site_recurring(strings),
        question_marks=find_site_question_marks(pages),
        edges=find_site_edges(pages),
        roots=roots,
        tails=tails,
        inserts=frozenset(inserts),
        wary=frozenset(text for text, bound in inserts.items() if bound),
        stand_ins=find_site_stand_ins(pages, chinese, inserts),
        phrases=frozenset(phrases),
        adverts=find_site_adverts(pages) | find_site_framed(pages),
        repeated=repeated,
        contacts=find_site_contacts(pages),
        words=find_site_words(pages),
        suffixes=find_site_suffixes(pages),
        leads=find_site_leads(pages),
        junk=find_site_junk(pages),
        foreign=find_site_foreign(pages),
        strays=find_site_strays(pages),
        shared=find_site_shared(pages),
    )


def _phrases(pages: Sequence[Page], named: frozenset[str]) -> set[str]:
    """Find the phrases that a site drops into the sentences of a language with spaces; takes what its adverts name."""
    phrases = {*find_site_phrases([page.text for page in pages if not page.hanzi]), *find_stray_phrases(pages)}
    phrases |= find_siblings(pages, phrases) | find_named(pages, named)
    return phrases | find_set_off(pages, phrases) | find_glued_phrases(pages)


def _roots(pages: Sequence[Page]) -> tuple[frozenset[str], frozenset[str]]:
    """Find the roots of a site's keywords and their tails, by the places inside its texts and by those at their edges."""
    roots, tails = find_site_roots(pages)
    at_edges, behind = find_edge_roots(pages)
    return roots | at_edges, tails | behind


def _frequent_keywords(pages: Sequence[Page]) -> frozenset[str]:
    """Find keywords that recur: short lines and prefixes on many pages whose articles know nothing of them."""
    seen: Counter[str] = Counter(find_site_prefixes(pages))
    for page in pages:
        here = {
            key(page.paragraphs[find.paragraph][: find.end])
            for find in find_prefixes(page)
            if find.paragraph is not None
        }
        here |= {
            key(text)
            for index, text in page.prose()
            if len(text) <= LONGEST_LINE and page.kind(index) in {"text", "heading"} and _is_foreign(page, text)
        }
        seen.update(here)
    return frequent(seen, len(pages), share=MIN_SHARE, least=MIN_PAGES) - {""}


def _is_foreign(page: Page, line: str) -> bool:
    """Say whether a line is no sentence and the page speaks of nothing in it."""
    return not PROSE_END.search(line) and len(key(line)) > 2 and page.tie(line) == 0
