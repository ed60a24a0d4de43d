"""Finding what belongs to the site on one page: by what was learned of the site, and by shape where nothing was."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from pipelines.text.byline import is_credit_line, is_nameless
from pipelines.text.spans import Verdict
from pipelines.text.template.cuts import find_ends, find_title_cut
from pipelines.text.template.disclosures import judge_disclosure
from pipelines.text.template.forms import find_forms
from pipelines.text.template.frames import find_frames, judge_leaked_field
from pipelines.text.template.furniture import (
    BOTTOM,
    SHORT,
    TOP,
    is_notice_heading,
    is_related,
    judge_buttons_inside,
    judge_widget,
    speaks_of_rights,
)
from pipelines.text.template.learning import Template
from pipelines.text.template.links import find_links
from pipelines.text.template.rules import Finding, Rules, matching
from pipelines.text.template.shape import LONGEST, digest, is_sentence, is_statement, is_text, line_digest
from pipelines.text.template.traits import frame_digests, frame_places, headlines_of, opening_of
from pipelines.text.template.wording import (
    is_list_heading,
    judge_frame,
    judge_hint,
    judge_inside,
    judge_keywords,
    judge_label,
    judge_legal,
    judge_prompt,
    judge_stamped,
)

PIPES = 8
"""Pipes from which a paragraph is a block of links, not the article's text (pattern S3)."""
MOST_LISTED = 12
"""Headlines below a line of the site; more are the article's own list."""
PICTURES = 3
"""Pictures before which the same line must stand to be a widget."""
SEVERAL = 3
"""Articles behind which a line stands that is a link; lines in a row of which one is enough."""
MARKS = 8
"""Characters of the shortest line that may be a headline."""
HEADLINE = 120
"""Characters of the longest headline in a list of other articles."""
WIDGET_CHARS = 8
"""Characters of the shortest such line; shorter ones before pictures are marks and prices."""
SIGNED_DAY = re.compile(
    r"\s*[\d〇零一二三四五六七八九]{4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日\s*"
)
"""A day in words, as letters and official notices are signed."""
ABOVE = (*TOP, judge_prompt, judge_hint, judge_stamped)
"""What stands above an article, by its shape and by its wording."""
BELOW = (*BOTTOM, judge_label, judge_prompt, judge_hint, judge_legal, judge_disclosure)
"""What stands below an article, by its shape and by its wording."""


def find_template(
    title: str,
    paragraphs: Sequence[str],
    kinds: Sequence[str],
    template: Template,
    *,
    rules: Rules,
    headings: Sequence[str] = (),
) -> Finding:
    """Find what belongs to the site.

    Takes the page with its other headings, what was learned of the site (nothing, for a page on its own) and what a
    person said about it.
    """
    page = _Page(title, paragraphs, kinds, template, rules=rules, headings=headings)
    drops = page.drops()
    left = [index for index in range(len(paragraphs)) if index not in drops]
    return Finding(
        drops=tuple(sorted(drops.items())),
        cuts=(
            *find_ends(title, paragraphs, left, template),
            *find_title_cut(title, paragraphs, template, rules.title),
        ),
    )


class _Page:
    """One page under judgement."""

    def __init__(
        self,
        title: str,
        paragraphs: Sequence[str],
        kinds: Sequence[str],
        template: Template,
        *,
        rules: Rules,
        headings: Sequence[str],
    ) -> None:
        self.title = title
        self.paragraphs = paragraphs
        self.kinds = kinds
        self.template = template
        self.rules = rules
        self.headings = headings

    def drops(self) -> dict[int, Verdict]:
        """Give the paragraphs that are the site's."""
        found: dict[int, Verdict] = {}
        for index, text in enumerate(self.paragraphs):
            if self._free(index) and (verdict := self._known(index, text)) is not None:
                found[index] = verdict
        self._frames(found)
        shaped = find_frames(self.title, self.paragraphs) | find_forms(self.title, self.paragraphs, self.kinds)
        found.update({index: verdict for index, verdict in shaped.items() if self._free(index)})
        self._top(found)
        self._bottom(found)
        self._widgets(found)
        self._links(found)
        return found

    def _free(self, index: int) -> bool:
        """Tell whether a paragraph may be dropped at all."""
        return self.kinds[index] != "code" and matching(self.rules.keep, self.paragraphs[index]) is None

    def _known(self, index: int, text: str) -> Verdict | None:
        """Judge a line by what a person said and by what was learned."""
        if len(text) > LONGEST:
            return None
        if (pattern := matching(self.rules.lines, text)) is not None:
            return Verdict(reason="site_line", evidence=pattern)
        if not self.template.lines or (share := self.template.lines.get(line_digest(text))) is None:
            return None
        first, last = self._own
        edge = not first <= index <= last
        inner = self.kinds[index] not in {"heading", "cell"} and line_digest(text) in self.template.inner
        credits_nobody = not is_credit_line(text) or judge_prompt(text) is not None or is_nameless(text)
        if not (edge or inner) or not credits_nobody or self._is_signature(index):
            return None
        return Verdict(reason="learned_line", evidence=f"on {share:.0%} of {self.template.pages} articles")

    @cached_property
    def _opening(self) -> str:
        return opening_of(self.paragraphs)

    @cached_property
    def _own(self) -> tuple[int, int]:
        """Give the indices of the first and the last paragraph that is the article's own text."""
        known = self.template.lines
        own = [
            index
            for index, text in enumerate(self.paragraphs)
            if is_text(text) and text.count("|") < PIPES and (len(text) > LONGEST or line_digest(text) not in known)
            if text[-1:] not in "?？!！" or digest(text, folded=False) not in self.template.headlines
        ]
        return (own[0], own[-1]) if own else (len(self.paragraphs), -1)

    def _frames(self, found: dict[int, Verdict]) -> None:
        """Judge the first and the last paragraphs by the frame that the site's pages have in common."""
        for index in frame_places(self.paragraphs) if self.template.frames else ():
            if frame_digests(self.paragraphs[index]) & self.template.frames and self._free(index):
                evidence = "begins and ends as on most articles of the site"
                found.setdefault(index, Verdict(reason="frame", evidence=evidence))

    def _top(self, found: dict[int, Verdict]) -> None:
        """Judge what stands before the article's first long sentence."""
        for index, text in enumerate(self.paragraphs):
            if index in found:
                continue
            first = is_text(text)
            frame = judge_frame(text, " ".join((self.title, *self.headings))) if first else None
            frame = frame or judge_keywords(self.title, self.paragraphs, index) or judge_disclosure(text)
            frame = frame or judge_leaked_field(text, self.title, self.paragraphs)
            if frame is not None and self._free(index):
                found[index] = frame
            elif not first:
                self._judge(index, ABOVE, found)
            if first:
                break

    def _bottom(self, found: dict[int, Verdict]) -> None:
        """Judge what stands behind the article's last sentence, from the end up."""
        first = next((index for index, text in enumerate(self.paragraphs) if is_text(text)), len(self.paragraphs))
        for index, text in reversed([*enumerate(self.paragraphs)]):
            judges = BELOW if index > first else BOTTOM
            if index not in found and not self._judge(index, judges, found) and is_text(text):
                break
        self._headlines(found)
        self._notice(found)
        self._related(found)
        self._listed(found)

    def _related(self, found: dict[int, Verdict]) -> None:
        """Judge a list of other articles: its heading, with nothing but headlines from there to the end of the page."""
        for heading in range(len(self.paragraphs) - 1, 0, -1):
            text = self.paragraphs[heading]
            if len(text) > HEADLINE or "。" in text:
                return
            below = len(self.paragraphs) - heading - 1
            if is_related(text) or (below >= 2 and is_list_heading(text) and self._headed(heading)):
                for index in range(heading, len(self.paragraphs)):
                    if self._free(index) and not is_credit_line(self.paragraphs[index]):
                        found.setdefault(index, Verdict(reason="related", evidence="heading and headlines at the end"))

    def _headed(self, heading: int) -> bool:
        """Tell whether all lines below a heading may be headlines, or lead elsewhere."""
        below = self.paragraphs[heading + 1 :]
        links = sum(len(text) >= MARKS for text in below)
        return links >= 2 and all(not is_statement(text) or judge_label(text) for text in below)

    def _listed(self, found: dict[int, Verdict]) -> None:
        """Judge the headlines behind a line of the site that stands below the article's last sentence: it heads them."""
        last = self._own[1]
        heading = next((at for at, one in sorted(found.items()) if at > last and one.reason == "learned_line"), None)
        if heading is None or last < 0:
            return
        places = [index for index in range(heading + 1, len(self.paragraphs)) if index not in found]
        links = [index for index in places if self._is_link(index)]
        known = sum(
            one.reason in {"headline", "neighbour", "tag"} or len(self.paragraphs[at]) >= MARKS
            for at, one in found.items()
            if at > heading
        )
        if SEVERAL <= len(links) + known <= MOST_LISTED:
            for index in links:
                found[index] = Verdict(reason="related", evidence="headlines behind a line of the site, at the end")

    def _is_link(self, index: int) -> bool:
        """Tell whether a line may be the headline of another article; what begins as most paragraphs do is of this one."""
        text = self.paragraphs[index]
        own = is_statement(text) or bool(self._opening and text.startswith(self._opening))
        fits = MARKS <= len(text) <= HEADLINE and not own and self.kinds[index] in {"text", "item"}
        return fits and self._free(index) and not is_credit_line(text) and not self._is_signature(index)

    def _headlines(self, found: dict[int, Verdict]) -> None:
        """Judge titles of other articles behind this one's last sentence: known ones, and their like in the same list."""
        if not self.template.headlines:
            return
        own = {digest(text, folded=False) for text in headlines_of(self.title)}
        links: dict[int, int] = {}
        for index in range(self._own[1] + 1, len(self.paragraphs)):
            text = self.paragraphs[index]
            if index in found or not MARKS <= len(text) <= HEADLINE or is_statement(text) or not self._free(index):
                continue
            known = {digest(text, folded=False), line_digest(text)}
            if not known & own and not is_credit_line(text) and not self._is_signature(index):
                links[index] = max(self.template.headlines.get(number, 0) for number in known)
        for index, times in links.items():
            beside = max(links.get(index - 1, 0), links.get(index + 1, 0))
            if times >= SEVERAL or (times and beside) or (len(links) >= SEVERAL and max(links.values()) >= 2):
                found[index] = Verdict(reason="headline", evidence="titles of other articles, or lines behind several")

    def _is_signature(self, index: int) -> bool:
        """Tell whether a line and the day in words beside it sign a letter or a notice."""
        return any(SIGNED_DAY.fullmatch(text) for text in self.paragraphs[index : index + 3])

    def _notice(self, found: dict[int, Verdict]) -> None:
        """Judge the heading of a notice of rights with its points, down to the end of the page."""
        heading = next((index for index, text in enumerate(self.paragraphs) if index and is_notice_heading(text)), None)
        if heading is None or not all(speaks_of_rights(text) for text in self.paragraphs[heading + 1 :]):
            return
        for index in range(heading, len(self.paragraphs)):
            if self._free(index):
                found.setdefault(index, Verdict(reason="notice", evidence="heading and points at the end"))

    def _judge(self, index: int, judges: Sequence[Callable[[str], Verdict | None]], found: dict[int, Verdict]) -> bool:
        text = self.paragraphs[index]
        if self.kinds[index] == "cell" or not self._free(index) or (is_credit_line(text) and not judge_prompt(text)):
            return False
        if (verdict := next((one for judge in judges if (one := judge(text)) is not None), None)) is not None:
            found[index] = verdict
        return verdict is not None

    def _widgets(self, found: dict[int, Verdict]) -> None:
        """Judge lines inside the article: toolbars of known buttons, and one and the same line before every picture."""
        before = [index for index, kind in enumerate(self.kinds[1:]) if kind == "caption" != self.kinds[index]]
        counts = Counter(self.paragraphs[index] for index in before)
        for index in before:
            text = self.paragraphs[index]
            if counts[text] < PICTURES or index in found or len(text) < WIDGET_CHARS or is_sentence(text):
                continue
            if self._free(index):
                found[index] = Verdict(reason="widget", evidence=f"before {counts[text]} pictures")
        for index, text in enumerate(self.paragraphs):
            if index in found or len(text) > SHORT + 30 or self.kinds[index] in {"cell", "item", "heading"}:
                continue
            if text[-1:] in "？”" or not self._free(index):
                continue
            if (verdict := judge_widget(text) or judge_inside(text) or judge_buttons_inside(text)) is not None:
                found[index] = verdict

    def _links(self, found: dict[int, Verdict]) -> None:
        """Judge lines between the paragraphs that lead to another article, or to the site's channels."""
        texts = (at for at in range(len(self.paragraphs)) if at not in found and self.kinds[at] == "text")
        free = [index for index in texts if self._free(index)]
        found.update(find_links(self.title, self.paragraphs, free, self.template))
