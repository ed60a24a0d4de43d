"""Invented pages with lines above and below their text."""

TEXT = "The old mill at Kestrel Bay turned again on Monday, for the first time in forty years, and the whole village came. "
ZH = "河州的老磨坊星期一重新转动，这是四十年来的第一次，全村的人都来观看，孩子们跑在最前面，老人们坐在树下谈起当年的事情。"


def page(
    *, meta: str = "", above: str = "", below: str = "", title: str = "The mill turns again", text: str = TEXT * 3
) -> str:
    """Give a page with lines above and below three paragraphs of text."""
    paragraphs = "".join(f"<p>{text}</p>" for _ in range(3))
    return f"<html><head><title>{title}</title>{meta}</head><body><h1>{title}</h1>{above}<article>{paragraphs}</article>{below}</body></html>"


def author(name: str) -> str:
    """Give the meta tag that states an author."""
    return f'<meta name="author" content="{name}">'
