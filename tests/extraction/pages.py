"""Invented pages, in the shapes that news sites use."""

LEAD = "春分刚过，河口镇的渔民就把修好的木船推下了水，准备迎接今年第一次出海。"
MIDDLE = "镇上的船匠老周说，这条船用了整整三个月才修好，光是桐油就刷了七遍，一家人轮流上阵。"
LAST = "按照往年的习惯，第一网鱼要分给全镇的老人，这个规矩已经传了四代人。"
PARAGRAPHS = (LEAD, MIDDLE, LAST)
TITLE = "河口镇渔民修好木船准备出海"


def page(body: str, *, head: str = "", before: str = "", after: str = "", title: str = f"{TITLE}_河口新闻网") -> str:
    """Put a body between the furniture of a site."""
    menu = "".join(f"<li><a href='/c{n}/'>栏目{n}</a></li>" for n in range(12))
    more = "".join(f"<li><a href='/n/{n}.html'>另外一条不相干的新闻标题第{n}条</a></li>" for n in range(8))
    return (
        f"<html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>"
        f"<div class='top'><ul>{menu}</ul></div>{before}{body}{after}"
        f"<div class='xg'><h3>相关新闻</h3><ul>{more}</ul></div>"
        "<div class='foot'><p>版权所有 河口新闻网 未经许可不得转载，联系电话：000-0000。</p></div></body></html>"
    )


def article(paragraphs=PARAGRAPHS) -> str:
    """Wrap paragraphs as most sites do."""
    return f"<h1>{TITLE}</h1><div class='content'>" + "".join(f"<p>{text}</p>" for text in paragraphs) + "</div>"
