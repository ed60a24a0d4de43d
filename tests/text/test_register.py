"""Old Chinese and that of today, told by their words of grammar."""

import pytest

from crawler.demo.articles import originals
from pipelines.text.register import is_classical, is_of_today

OLD = "匠人有守磨者，其水不行四十年矣。人問其故，曰：“輪之不轉，非水之過也，木之不修也。”乃伐木於山，三月而成，觀者如堵焉。"
VERSE = "磨響三更雪，輪回一夜春。山空鳥不語，水落石如人。白髮猶能記，青苔已沒門。誰教橋下影，照見夢中身。"


def test_classical_prose_is_known_by_its_words_of_grammar():
    assert is_classical(OLD)
    assert not is_of_today(OLD)


def test_verse_has_none_of_the_words_of_today():
    assert not is_classical(VERSE)
    assert not is_of_today(VERSE)


@pytest.mark.parametrize("article", [one for one in originals().values() if one.language.startswith("zh")], ids=str)
def test_news_is_of_today(article):
    assert is_of_today("\n".join(article.paragraphs))


@pytest.mark.parametrize("text", ["", "磨坊", "水輪轉動"])
def test_what_is_too_short_to_tell_is_of_today(text):
    assert is_of_today(text)


def test_a_bulletin_of_figures_is_of_today_though_it_lacks_words_of_grammar():
    bulletin = (
        "11月3日20时，青石河上游石桥站水位涨至18.4米，超警戒水位1.2米。沿河6县启动防汛Ⅲ级响应，紧急转移2300余人，"
        "关闭渡口14处。水文部门预计，4日凌晨洪峰抵达下游，流量达每秒5200立方米。"
    )
    assert is_of_today(bulletin)
    assert not is_of_today(bulletin[:40].translate({ord(d): None for d in "0123456789.Ⅲ"}) * 2)
