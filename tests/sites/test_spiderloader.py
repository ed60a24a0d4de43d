"""One spider for each site file, beside those written by hand."""

import sys

import pytest
from scrapy import Request
from scrapy.settings import Settings

from crawler.sites import SiteError
from crawler.spiderloader import SiteFolderError, SiteSpiderLoader, SpiderModuleError, spider_of
from crawler.spiders.mirror import MirrorSpider
from crawler.spiders.politeness import politeness_of

HAND = """
from scrapy import Spider
from crawler.spiders.mirror import MirrorSpider

class HandSpider(Spider):
    name = "hand"
"""


@pytest.fixture
def loader(tmp_path, monkeypatch):
    folder = tmp_path / "sites"
    folder.mkdir()
    (folder / "good.toml").write_text("start_urls = 'http://127.0.0.1:8000/'", encoding="utf-8")
    (folder / "slow-one.toml").write_text("start_urls = 'http://a.com/'\npoliteness.delay = 3", encoding="utf-8")
    (folder / "bad.toml").write_text("start_url = 1", encoding="utf-8")
    package = tmp_path / "handmade"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "hand.py").write_text(HAND, encoding="utf-8")
    (package / "torn.py").write_text("def broken(:", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    values = {"SPIDER_MODULES": ["handmade"], "SQUEEGEE_SITES": f"{folder}, {tmp_path / 'none'}"}
    yield SiteSpiderLoader.from_settings(Settings(values))
    for name in [name for name in sys.modules if name.startswith("handmade")]:
        del sys.modules[name]


def test_sites_and_spiders_written_by_hand_are_listed(loader):
    assert loader.list() == ["good", "hand", "slow-one"]


def test_a_site_is_a_spider_of_its_own(loader):
    spider = loader.load("good")

    assert issubclass(spider, MirrorSpider)
    assert spider.site.start_urls == ("http://127.0.0.1:8000/",)
    assert spider.__name__ == "GoodSpider"


def test_a_broken_file_or_module_stops_only_itself(loader):
    with pytest.raises(SiteError, match="nearest known key is start_urls"):
        loader.load("bad")
    with pytest.raises(SpiderModuleError, match=r"handmade/torn\.py: SyntaxError: invalid syntax"):
        loader.load("torn")
    with pytest.raises(SiteFolderError, match=r"there is no site 'nobody', and SQUEEGEE_SITES: .*none does not exist"):
        loader.load("nobody")


def load(*folders):
    return SiteSpiderLoader([], list(folders))


def test_an_unknown_site_is_unknown_where_every_folder_is_there(tmp_path):
    write(tmp_path, "a.toml")

    with pytest.raises(KeyError, match="Spider not found: nobody"):
        load(tmp_path).load("nobody")


def write(folder, name, text=""):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"{text}\nstart_urls = 'http://127.0.0.1:8000/'", encoding="utf-8")


def test_files_of_one_name_are_all_named_however_many_there_are(tmp_path, caplog):
    write(tmp_path / "1", "a.toml", "name = 'same'")
    write(tmp_path / "1", "b.toml", "name = 'same'")
    write(tmp_path / "1", "c.toml", "name = 'same'")
    write(tmp_path / "2", "b.toml", "name = 'same'")
    write(tmp_path / "2", "a.toml", "name = 'c'")
    loader = load(tmp_path / "1", tmp_path / "2")

    assert loader.list() == ["c", "same"]
    assert len(loader.broken) == len(set(map(str, loader.broken.values()))) == 3
    for file in ("1/b.toml", "1/c.toml", "2/b.toml"):
        problem = f"{tmp_path}/{file}: name: 'same' is taken by {tmp_path}/1/a.toml, so this file is not crawled"
        assert problem in caplog.text
    assert {*loader.list()}.isdisjoint(loader.broken)


@pytest.mark.parametrize("state", ["does not exist", "is no folder", "holds no site file"])
def test_a_folder_of_sites_that_has_none_is_named(tmp_path, caplog, state):
    folder = tmp_path / "mirrors"
    if state == "is no folder":
        folder.write_text("")
    elif state == "holds no site file":
        folder.mkdir()
    loader = load(folder)

    assert f"SQUEEGEE_SITES: {folder} {state}" in caplog.text
    with pytest.raises(SiteFolderError):
        loader.load(str(folder))


def test_a_request_finds_its_site_by_host_and_port(loader):
    assert loader.find_by_request(Request("http://127.0.0.1:8000/x")) == ["good"]
    assert loader.find_by_request(Request("http://127.0.0.1:8001/x")) == []


def settings_of(spider, **cmdline):
    settings = Settings({"DOWNLOAD_DELAY": 1.0}, priority="project")
    settings.setdict(cmdline, priority="cmdline")
    spider.update_settings(settings)
    return settings


def test_the_site_file_sets_politeness_and_the_command_line_wins(loader):
    slow = loader.load("slow-one")

    assert settings_of(slow).getfloat("DOWNLOAD_DELAY") == 3.0
    assert settings_of(slow, DOWNLOAD_DELAY=0.5).getfloat("DOWNLOAD_DELAY") == 0.5


def test_ones_own_machine_is_not_waited_for(loader):
    good = loader.load("good")

    assert settings_of(good).getfloat("DOWNLOAD_DELAY") == 0
    assert settings_of(good, DOWNLOAD_DELAY=2).getfloat("DOWNLOAD_DELAY") == 2
    assert "DOWNLOAD_DELAY" not in politeness_of(
        loader.sites["slow-one"].__class__(name="x", start_urls=("http://a.com/",), domains=("a.com",)), Settings()
    )


def test_names_of_classes_come_from_names_of_sites(loader):
    assert spider_of(loader.sites["slow-one"]).__name__ == "SlowOneSpider"
