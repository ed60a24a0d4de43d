"""What the shipped settings promise about safety."""

from scrapy.settings import Settings
from scrapy.utils.conf import build_component_list
from scrapy.utils.misc import load_object

from crawler import settings as module
from crawler.middlewares.hosts import HostsMiddleware
from crawler.network.handler import GuardedHandler


def shipped():
    settings = Settings()
    settings.setmodule(module, priority="project")
    return settings


def test_nothing_listens_and_nothing_runs_code_from_outside():
    settings = shipped()

    assert not settings.getbool("TELNETCONSOLE_ENABLED")
    assert not settings.getbool("REMOTE_CONTROL_ENABLED")
    assert not settings["JOBDIR"]


def test_only_http_is_spoken_and_certificates_count():
    settings = shipped()
    handlers = settings.getwithbase("DOWNLOAD_HANDLERS").items()
    used = {scheme: load_object(handler) for scheme, handler in handlers if handler}

    assert used == {"http": GuardedHandler, "https": GuardedHandler}
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert not settings.getbool("HTTPPROXY_ENABLED")


def test_answers_are_bounded():
    settings = shipped()

    assert settings.getint("DOWNLOAD_MAXSIZE") <= 10 << 20
    assert 20 <= settings.getfloat("DOWNLOAD_TIMEOUT") <= 30
    assert settings.getint("CONCURRENT_ITEMS") <= 8


def test_a_guest_says_who_it_is_and_obeys():
    settings = shipped()

    assert "+http" in settings["USER_AGENT"]
    assert settings.getbool("ROBOTSTXT_OBEY")
    assert settings.getfloat("DOWNLOAD_DELAY") >= 1


def test_each_guard_stands_in_the_place_of_what_it_replaces():
    components = build_component_list(shipped().get_component_priority_dict_with_base("DOWNLOADER_MIDDLEWARES"))
    names = [load_object(component).__name__ for component in components]

    assert names[0] == HostsMiddleware.__name__
    for replaced in ("Offsite", "RobotsTxt", "Retry", "HttpCompression", "Redirect", "Cookies"):
        assert f"{replaced}Middleware" not in names
