"""The other tools that `make compare` puts beside the project, each as a function from HTML to text."""

import logging
import warnings
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

Tool = Callable[[str, str], str]
"""Takes the HTML of a page and its language (`zh` or `en`), gives the article's text; empty where it finds none."""


def trafilatura(html: str, lang: str) -> str:  # noqa: ARG001 - it tells the language by itself
    """Extract with trafilatura's defaults, but for comments, which are not the article."""
    module = import_module("trafilatura")
    return module.extract(html, include_comments=False) or ""


def newspaper4k(html: str, lang: str) -> str:
    """Extract with newspaper4k, given the language."""
    module = import_module("newspaper")
    article = module.Article("http://page.example/1.html", language=lang)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def resiliparse(html: str, lang: str) -> str:  # noqa: ARG001 - it does not ask for a language
    """Extract with resiliparse's main-content mode."""
    module = import_module("resiliparse.extract.html2text")
    return str(module.extract_plain_text(html, main_content=True))


def gne(html: str, lang: str) -> str:  # noqa: ARG001 - it does not ask for a language
    """Extract with GeneralNewsExtractor."""
    return str(_gne().extract(html)["content"])


@cache
def _gne() -> Any:
    return import_module("gne").GeneralNewsExtractor()


TOOLS: dict[str, tuple[str, Tool]] = {
    "trafilatura": ("trafilatura", trafilatura),
    "newspaper4k": ("newspaper", newspaper4k),
    "resiliparse": ("resiliparse", resiliparse),
    "GNE": ("gne", gne),
}
"""Name of the tool, the module that must be installed, and its function."""


def installed_tools() -> dict[str, Tool]:
    """Give the tools that are installed, by name."""
    found: dict[str, Tool] = {}
    for noisy in ("trafilatura", "jieba"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    for name, (module, tool) in TOOLS.items():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # old syntax inside other people's packages
                import_module(module)
        except ImportError:
            continue
        found[name] = tool
    return found


def text_of(tool: Tool, html: str, lang: str) -> str:
    """Give the text a tool finds; a tool that fails has found nothing."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return tool(html, lang)
    except Exception:  # noqa: BLE001 - whatever another tool raises, the comparison goes on
        return ""
