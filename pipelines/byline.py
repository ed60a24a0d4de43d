"""Byline stage: credits out of the text, into their fields where they are true."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from crawler.given import is_given
from crawler.items import Article
from pipelines.stage import Context, Stage
from pipelines.text.byline import Credit, Habits, edges_of, find_credits
from pipelines.text.byline.learning import SIGNING, learn
from pipelines.text.byline.vocabulary.credit import Day, complete, day_of_url
from pipelines.text.byline.writers import Taken, is_stamp_of, writers_of

HEADLINE = 6
"""Characters of a paragraph that may be the headline again, at least."""
NEWS_DAYS = 31
"""Days between a dateline without a year and the fetching of a page that says no other day, at most; extraction trusts no stamp that
is later, either."""
ROUNDS = 4
"""Most looks at one page: what a cut lays bare may be a credit in turn (`某社电 某报讯 …`), but nobody stacks five."""


class BylinePipeline(Stage):
    """Cut bylines, datelines, photo credits and editor lines; fill authors, source and day of publication from them.

    Settings: BYLINE_PATTERNS, texts to cut at the start or end of a paragraph on every site, `*` for a name;
    BYLINE_LEARN, whether it is learned where a site's credits stand.
    """

    name = "byline"

    def __init__(self, context: Context, patterns: tuple[str, ...] = (), *, learning: bool = True) -> None:
        super().__init__(context)
        self.learning = learning
        self.habits = Habits()
        if context.site is not None and not is_given(context.settings, "BYLINE_PATTERNS"):
            patterns = (*context.site.byline.patterns, *patterns)
        self.patterns = patterns

    @classmethod
    def from_context(cls, context: Context) -> "BylinePipeline":
        """Read BYLINE_PATTERNS and BYLINE_LEARN."""
        settings = context.settings
        patterns = tuple(settings.getlist("BYLINE_PATTERNS"))
        return cls(context, patterns, learning=settings.getbool("BYLINE_LEARN", True))

    def observe(self, articles: Sequence[Article]) -> None:
        """Learn whether the site heads and signs its articles, from a batch and from what the ledger remembers."""
        if not self.learning or not articles:
            return
        learned = learn([(article.paragraphs, article.kinds) for article in articles])
        self.habits = Habits.of(self.context.with_known(learned.entries(), articles))

    def apply(self, article: Article) -> None:
        """Take the credits out, the last first, and keep what they say."""
        taken: list[Taken] = []
        for _ in range(ROUNDS):
            found = find_credits(article.paragraphs, article.kinds, self.patterns, self._expected(article))
            if not found:
                break
            first, last = edges_of(article.paragraphs)
            first += _is_headline(article, first, [credit for index, credit in found if index == first])
            # A caption may stand above the report that a dateline opens.
            pictured = any(index == first and credit.reason == "photo_credit" for index, credit in found)
            places: dict[int, list[Credit]] = defaultdict(list)
            for index, credit in found:
                places[index].append(credit)
            taken += (
                Taken(
                    credit=credit,
                    text=article.paragraphs[index][credit.start : credit.end],
                    head=index <= first + (pictured and credit.reason == "dateline"),
                    tail=index >= last,
                )
                for index, credit in found
            )
            for index in sorted(places, reverse=True):
                self._take(article, index, places[index])
        self._fill(article, taken)

    def _expected(self, article: Article) -> Habits:
        """Give the site's habits, but for what was found on this page already: nobody signs twice in two ways."""
        cut = {edit.reason for edit in article.trail if edit.stage == self.name}
        return replace(
            self.habits,
            heads=self.habits.heads and cut.isdisjoint({"dateline", "page_header"}),
            signs=self.habits.signs and cut.isdisjoint(SIGNING),
        )

    def _take(self, article: Article, index: int, found: list[Credit]) -> None:
        """Cut the credits of one paragraph, or drop it where nothing else stands in it."""
        text = article.paragraphs[index]
        left = list(text)
        for credit in found:
            left[credit.start : credit.end] = [""] * (credit.end - credit.start)
        reasons = ", ".join(dict.fromkeys(credit.evidence for credit in found))
        if not "".join(left).strip():
            article.drop(index, stage=self.name, reason=found[0].reason, evidence=reasons)
            return
        for credit in reversed(found):
            article.cut(
                index, credit.start, credit.end, stage=self.name, reason=credit.reason, evidence=credit.evidence
            )

    def _fill(self, article: Article, taken: list[Taken]) -> None:
        """Fill authors, source and published from what was taken out."""
        found = [one.credit for one in taken]
        known = {name.casefold() for name in article.authors}
        names = [name for name in writers_of(taken) if name.casefold() not in known]
        if names:
            article.fill("authors", [*article.authors, *names], stage=self.name, reason="author")
        if article.source is None:
            stated = sorted(
                (credit for credit in found if credit.source), key=lambda credit: credit.reason == "dateline"
            )
            if stated:
                article.fill("source", stated[0].source, stage=self.name, reason=stated[0].reason)
        dated = next((credit.day for credit in found if credit.day is not None), None)
        day = _day_of(article, dated) if dated is not None else None
        if day is not None and not _is_stamped(article, day):
            article.fill("published", day.isoformat(), stage=self.name, reason="dateline")
            article.fill("published_from", "dateline", stage=self.name, reason="dateline")


def _is_headline(article: Article, index: int, found: Sequence[Credit]) -> bool:
    """Tell whether a paragraph without the credits in it is the headline again, or its end: a byline stands below it as well."""
    told = article.paragraphs[index] if index < len(article.paragraphs) else ""
    for credit in sorted(found, key=lambda one: -one.start):
        told = told[: credit.start] + told[credit.end :]
    told = "".join(told.split())
    return len(told) >= HEADLINE and "".join(article.title.split()).endswith(told)


def _is_stamped(article: Article, day: date) -> bool:
    """Tell whether the page's own stamp may stand beside the *day* of a dateline; it has the time as well."""
    stamp = _date(article.published)
    return stamp is not None and is_stamp_of(day, stamp, day_of_url(article.url))


def _day_of(article: Article, dated: Day) -> date | None:
    """Give the date of a dateline, None where nothing tells the year.

    What it does not state comes from the URL or the page, whose dates mirrors rewrite, though not those in its URL; else from
    the day of fetching, but not long after it: a mirror of old reports is fetched in any year.
    """
    stamps = (day_of_url(article.url), _date(article.published))
    if (day := complete(dated, (stamp for stamp in stamps if stamp is not None))) is not None:
        return day
    fetched = _date(article.fetched)
    day = complete(dated, [fetched]) if fetched is not None else None
    return day if day is not None and fetched is not None and (fetched - day).days <= NEWS_DAYS else None


def _date(time: str | None) -> date | None:
    try:
        return date.fromisoformat((time or "")[:10])
    except ValueError:
        return None
