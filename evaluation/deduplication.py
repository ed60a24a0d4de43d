"""How well copies are found: the copies corpus, article by article in its order, as it is and behind the hygiene stages."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from crawler.items import Article
from crawler.ledger import Ledger
from evaluation.batches import build_stages, clean_batch, ledger, project_settings
from evaluation.corpora import load_scorer, read_lines
from evaluation.other_tools.deduplicators import DEDUPLICATORS, is_installed
from evaluation.table import Row
from pipelines.deduplication import DeduplicationPipeline
from pipelines.stage import Context, Rejected

PART = "deduplication"

BATCH = 500
"""Articles that the hygiene stages see together: TEMPLATE_HOLD."""

COMMIT = 100
"""Articles in a commit of the ledger."""

SITE = "copies.example"


@dataclass(frozen=True, slots=True)
class Clusters:
    """What became of the articles, as clusters by article id."""

    groups: Mapping[str, str]
    """By the groups that the ledger has in the end, which is what `scrapy corpus` goes by."""
    links: Mapping[str, str]
    """By what the lines of rejected copies say at the time (`duplicate_of` and `joins`), and nothing else."""


def measure(corpora: Path, *, compare: bool = False) -> list[Row]:
    """Measure on the copies corpus.

    Takes the folder of the corpora; with *compare*, the usual ways of other tools are measured on the same texts. Gives
    the figures of the corpus's scorer for the groups, and F1 of the links that rejected lines hold.
    """
    docs = list(read_lines(corpora / "copies" / "dev.jsonl.gz"))
    scorer = load_scorer(corpora, "copies")
    rows: list[Row] = []
    for subject, articles in (("copies", articles_of(docs)), ("cleaned_copies", list(cleaned(articles_of(docs))))):
        clusters = deduplicate(articles)
        rows += rows_of(subject, scorer.score(docs, clusters.groups))
        rows.append(row(subject, "links_f1", scorer.score(docs, clusters.links)["f1"]))
    if compare:
        for tool, (module, cluster) in DEDUPLICATORS.items():
            if not is_installed(module):
                sys.stderr.write(f"{tool} is left out: {module} is not installed\n")
                continue
            found = cluster(["\n".join(doc["paragraphs"]) for doc in docs])
            by_id = {doc["id"]: str(number) for doc, number in zip(docs, found, strict=True)}
            rows += rows_of("copies", scorer.score(docs, by_id), tool)
    return rows


def rows_of(subject: str, score: Mapping[str, float], tool: str = "squeegee") -> Iterator[Row]:
    """Give the scorer's figures as rows."""
    for measure_, value in score.items():
        if measure_ != "articles":
            yield row(subject, measure_, value, tool)


def row(subject: str, measure_: str, value: float, tool: str = "squeegee") -> Row:
    """Give one row."""
    return Row(part=PART, subject=subject, measure=measure_, value=float(value), tool=tool)


def articles_of(docs: Iterable[Mapping[str, Any]]) -> list[Article]:
    """Make articles of the corpus's lines; their URLs sort as the lines do."""
    return [
        Article(id=doc["id"], url=f"https://{SITE}/{number:06}.html", site=SITE, paragraphs=list(doc["paragraphs"]))
        for number, doc in enumerate(docs)
    ]


def cleaned(articles: Sequence[Article]) -> Iterator[Article]:
    """Send articles through the stages before deduplication, as one site; those they refuse are left out."""
    with ledger() as known:
        stages = build_stages(SITE, known)
        rest = iter(articles)
        while batch := list(islice(rest, BATCH)):
            refused = clean_batch(batch, stages)
            yield from (article for article in batch if refused[article.id] is None)


def deduplicate(articles: Iterable[Article]) -> Clusters:
    """Send articles through the stage one by one, in their order."""
    links: dict[str, str] = {}
    with ledger() as known:
        stage = DeduplicationPipeline.from_context(Context(settings=project_settings(), ledger=known))
        for number, article in enumerate(articles, start=1):
            links[article.id] = article.id
            try:
                stage.apply(article)
            except Rejected as rejection:
                named = [rejection.details["duplicate_of"], *rejection.details.get("joins", ())]
                one, *others = dict.fromkeys(links[other] for other in named)
                links[article.id] = one
                if others:
                    links = {id_: one if name in others else name for id_, name in links.items()}
            if number % COMMIT == 0:
                known.commit()
        known.commit()
        groups = {article: family_of(known, article) for article in links}
    return Clusters(groups=groups, links=links)


def family_of(known: Ledger, article: str) -> str:
    """Name the group of an article; one that is alone has a name of its own."""
    families = [member.family for member in known.groups.places(article).values()]
    return str(families[0]) if families else f"alone {article}"
