"""Invented sites under all rules of injection: learned from as a batch, then cleaned page by page."""

from scrapy.settings import Settings

from crawler.items import Article
from pipelines.injection import InjectionPipeline
from pipelines.stage import Context
from pipelines.text.injection import learn

CONTEXT = Context(settings=Settings())


def cleaned(page, habits):
    """Give title and paragraphs as the stage leaves them on a site with these habits."""
    article = Article(
        id="1",
        url="http://a.example/1",
        site="a",
        title=page.title,
        paragraphs=list(page.paragraphs),
        headings=list(page.headings),
        kinds=list(page.kinds),
    )
    stage = InjectionPipeline(CONTEXT)
    stage.habits = habits
    stage.apply(article)
    return article.title, tuple(article.paragraphs)


def on_site(pages):
    """Give title and paragraphs of each page as the stage leaves them when it has seen all."""
    habits = learn(pages)
    return [cleaned(page, habits) for page in pages]


def as_written(articles):
    """Give title and paragraphs of articles or pages."""
    return [(one.title, one.paragraphs) for one in articles]
