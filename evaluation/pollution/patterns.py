"""All patterns by their id, in the order in which a page with several of them gets them."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from crawler.items import MARKS
from evaluation.pollution import bylines, damage, furniture, inline, tails, titles
from evaluation.pollution.marked import Page

if TYPE_CHECKING:
    from evaluation.pollution.sites import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One pattern and what a perfect cleaner does about it."""

    id: str
    apply: Callable[[Page, "Facts", Random], None]
    langs: tuple[str, ...] = ("zh",)
    """Languages of the pages it occurs on."""
    flags: tuple[str, ...] = ()
    """Marks of which one is as good as a cut; a rejection is, too. None of them: it must be cut."""
    cuttable: bool = True
    """Whether a cut leaves the article as it was; otherwise nothing but a mark, a rejection or a repair is right."""


BOTH = ("zh", "en")

PATTERNS: dict[str, Pattern] = {
    pattern.id: pattern
    for pattern in (
        Pattern(id="I11", apply=inline.lookalikes, flags=MARKS, cuttable=False),
        Pattern(id="D4", apply=damage.censored, flags=("damaged", "suspect"), cuttable=False),
        Pattern(id="W", apply=damage.spin, flags=("spun",), cuttable=False),
        Pattern(id="I5", apply=inline.institution, flags=MARKS, cuttable=False),
        Pattern(id="I1", apply=inline.between_commas),
        Pattern(id="I2", apply=inline.inside_words),
        Pattern(id="I3", apply=inline.mid_sentence),
        Pattern(id="I4", apply=inline.anchor_text, langs=("en",)),
        Pattern(id="I7", apply=inline.toned_glosses),
        Pattern(id="I8", apply=inline.toneless_glosses),
        Pattern(id="I9", apply=inline.emoji_noise),
        Pattern(id="D3", apply=damage.leaked_markup, langs=BOTH),
        Pattern(id="S2", apply=tails.more_suffix),
        Pattern(id="B5", apply=bylines.photo_credit, langs=BOTH),
        Pattern(id="B1", apply=bylines.photo_bylines),
        Pattern(id="B3", apply=bylines.dateline, langs=BOTH),
        Pattern(id="B4", apply=bylines.sign_off, langs=BOTH),
        Pattern(id="B6", apply=bylines.editor_line, langs=BOTH),
        Pattern(id="B2", apply=bylines.fake_credit),
        Pattern(id="I10", apply=inline.anti_copy),
        Pattern(id="P3", apply=titles.connective),
        Pattern(id="P2", apply=titles.lead_brand),
        Pattern(id="P1", apply=titles.every_prefix),
        Pattern(id="I6", apply=inline.advertorial, langs=("en",)),
        Pattern(id="T2", apply=titles.title_keyword, langs=BOTH),
        Pattern(id="T3", apply=titles.brand_line, langs=BOTH),
        Pattern(id="S1", apply=tails.collage, langs=BOTH, flags=("stitched", "suspect")),
        Pattern(id="T1", apply=titles.keyword_list_line),
        Pattern(id="O1", apply=tails.foreign_headlines),
        Pattern(id="O2", apply=tails.app_metadata),
        Pattern(id="O3", apply=tails.lone_question_mark),
        Pattern(id="C5", apply=furniture.seo_intro),
        Pattern(id="C1", apply=furniture.toolbar, langs=BOTH),
        Pattern(id="C2", apply=furniture.widget, langs=BOTH),
        Pattern(id="C4", apply=furniture.rights, langs=BOTH),
        Pattern(id="C3", apply=furniture.related, langs=BOTH),
        Pattern(id="S3", apply=tails.link_block),
        Pattern(id="D5", apply=damage.flattened),
        Pattern(id="D1", apply=damage.byte_damage, flags=("damaged",)),
        Pattern(id="D2", apply=damage.wrong_charset, flags=("damaged",), cuttable=False),
        Pattern(id="X1", apply=tails.keyword_soup, flags=MARKS),
        Pattern(id="X2", apply=tails.interleave, langs=BOTH, flags=("interleaved", "stitched")),
        Pattern(id="C6", apply=furniture.model_frame, langs=("en",), flags=("machine_written",)),
        Pattern(id="pool", apply=tails.stitch, langs=BOTH, flags=("stitched",), cuttable=False),
    )
}
"""What mirror sites were seen to do: I inside the text, P and T at its start and in titles, S, O and X with other texts, B
credits, C furniture, D damage, `W` spun wording, `pool` pages from a pool of paragraphs. Each function says what it does."""

TOGETHER = (
    *("I1", "I3", "I9", "S2", "B1", "B3", "B4", "B6", "P1", "T2", "T3", "T1", "O1", "O3", "C1", "C2", "C4", "C3", "S3"),
)
"""Patterns that may stand on one page."""
