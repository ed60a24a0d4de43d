"""The name of a site hung on a headline without a mark or in brackets (T2), where `<title>` shows the headline without it."""

from pipelines.text.injection.evidence.page import Find, Page
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.titles.endings import MARK
from pipelines.text.injection.titles.fields import LONGEST_TITLE

MIN_NAME, MIN_HEADLINE = 3, 6
"""Letters of a name, as columns have two (`【快评】`), and of the headline."""
BETWEEN = " :：·|｜丨_–—-"
BEFORE, BEHIND = BETWEEN + "【[（(「『〔", BETWEEN + "】]）)」』〕"
"""What may stand between a name and a headline on either side."""


def find_hung_name(page: Page) -> list[Find]:
    """Find the name of the site before or behind the headline.

    It is the last field of `<title>`, which begins with the headline as it is without the name: so the site itself tells one
    from the other. A column that the site counts to the headline stands in both.
    """
    shown = page.headings[0] if page.headings else ""
    marks = list(MARK.finditer(shown)) if len(shown) <= LONGEST_TITLE else []
    if not marks:
        return []
    name, title = shown[marks[-1].end() :].strip(), page.title
    headlines = {key(shown[: mark.start()]) for mark in marks}
    if len(key(name)) < MIN_NAME or name not in title or shown.startswith(title):
        return []
    evidence = "the name of the site, without which <title> has the headline"
    for at in sorted({title.find(name), title.rfind(name)}):
        start = len(title[:at].rstrip(BEFORE))
        end = len(title) - len(title[at + len(name) :].lstrip(BEHIND))
        rest = key(title[:start] + title[end:])
        if (start == 0 or end == len(title)) and len(rest) >= MIN_HEADLINE and rest in headlines:
            return [Find(paragraph=None, start=start, end=end, reason="title_ending", evidence=evidence)]
    return []
