"""The other extractors, each as one function; those that are not installed are left out with a message."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

Reader = Callable[[str, str | None, str], str | None]
"""Takes the page as text, its URL and its language (`zh`, `en`, …) and gives the text of the article."""


def extractors() -> list[tuple[str, Reader]]:
    """Give the name and the reader of every tool that is installed."""
    found: list[tuple[str, Reader]] = []
    for name, module, build in _TOOLS:
        try:
            found.append((name, build(import_module(module))))
        except ImportError as error:
            sys.stderr.write(f"compare: {name} is left out: {error}\n")
    return found


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the main thread when the block takes more CPU time; elsewhere there is no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _trafilatura(tool: Any) -> Reader:
    return lambda page, url, _: tool.extract(page, url=url, include_comments=False)


def _trafilatura_precision(tool: Any) -> Reader:
    return lambda page, url, _: tool.extract(page, url=url, include_comments=False, favor_precision=True)


def _readability(tool: Any) -> Reader:
    html = import_module("lxml.html")
    return lambda page, url, _: "\n".join(html.fromstring(tool.Document(page, url=url).summary()).itertext())


def _newspaper(tool: Any) -> Reader:
    def read(page: str, url: str | None, language: str) -> str:
        article = tool.Article(url or "http://page.example/", language=language, fetch_images=False)
        article.download(input_html=page)
        article.parse()
        return str(article.text)

    return read


def _resiliparse(tool: Any) -> Reader:
    return lambda page, _, __: tool.extract_plain_text(page, main_content=True, alt_texts=False)


def _justext(tool: Any) -> Reader:
    stops = {"en": tool.get_stoplist("English")}

    def read(page: str, _: str | None, language: str) -> str:
        words = stops.get(language, frozenset())
        options = {} if words else {"stopwords_low": 0.0, "stopwords_high": 0.0, "length_low": 20, "length_high": 60}
        paragraphs = tool.justext(page.encode(), words, encoding="utf-8", **options)
        return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)

    return read


def _magic_html(tool: Any) -> Reader:
    html = import_module("lxml.html")
    extractor = tool.GeneralExtractor()

    def read(page: str, url: str | None, _: str) -> str:
        found = extractor.extract(page, base_url=url or "", html_type="article")
        return "\n".join(html.fromstring(found["html"]).itertext())

    return read


def _gne(tool: Any) -> Reader:
    extractor = tool.GeneralNewsExtractor()
    return lambda page, _, __: str(extractor.extract(page)["content"])


_TOOLS: tuple[tuple[str, str, Callable[[Any], Reader]], ...] = (
    ("trafilatura", "trafilatura", _trafilatura),
    ("trafilatura-precision", "trafilatura", _trafilatura_precision),
    ("readability-lxml", "readability", _readability),
    ("newspaper4k", "newspaper", _newspaper),
    ("resiliparse", "resiliparse.extract.html2text", _resiliparse),
    ("jusText", "justext", _justext),
    ("magic-html", "magic_html", _magic_html),
    ("GNE", "gne", _gne),
)
