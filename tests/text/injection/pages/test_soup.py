"""Pages of nothing but queries, and verse."""

from pipelines.text.injection.pages.soup import find_soup


def test_glued_queries_are_marked_and_verse_is_not(page):
    assert find_soup(page(["橙汁下载橙汁官网橙汁在线观看", "最新橙汁影院橙汁手机版网址"], title="橙汁下载"))[0].doubtful
    assert find_soup(page(["水轮转动的声音", "像一首歌"], title="水轮")) == []
