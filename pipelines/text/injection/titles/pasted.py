"""The title where it was pasted again: `The last sentence. [The headline]`, or alone below the text."""

from pipelines.text.injection.evidence.page import CLOSING, Find, Page
from pipelines.text.injection.evidence.tokens import key
from pipelines.text.injection.titles.keywords import MIN_HEADLINE


def find_pasted_titles(page: Page) -> list[Find]:
    """Find the headline pasted behind the last sentence of a paragraph, or alone below the last one.

    Of 5,272 genuine texts none ends with its title; verse may.
    """
    title = page.title.strip()
    if len(title) < MIN_HEADLINE + 2:
        return []
    finds = []
    last = len(page.paragraphs) - 1
    if last > 1 and page.is_prose and page.kind(last) != "code" and key(page.paragraphs[last]) == key(title):
        evidence = "the headline again, below the text"
        finds.append(Find.line(last, page.paragraphs[last], reason="pasted_title", evidence=evidence))
    for index, text in page.prose():
        bare = text.rstrip()
        if not bare.endswith(title) or len(bare) < 2 * len(title):
            continue
        start = len(bare) - len(title)
        before = bare[:start].rstrip()
        if before.rstrip(CLOSING)[-1:] in tuple("。！？!?…."):
            finds.append(
                Find(
                    paragraph=index,
                    start=len(before),
                    end=len(text),
                    reason="pasted_title",
                    evidence="the headline again, behind the last sentence",
                )
            )
    return finds
