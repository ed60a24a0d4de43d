"""Settings of one run: bad ones are named, misspelt ones too, and each wins over the key of a site's file."""

import re
from pathlib import Path

import pytest
from scrapy.settings import Settings

from crawler import settings as module
from crawler.command_line.commanding import place_output
from crawler.extraction.model import PAGE_KINDS
from crawler.given import CHECKS, PREFIXES, is_given, misspelt, problems_of
from crawler.sites import load_site
from crawler.spiderloader import spider_of
from pipelines.byline import BylinePipeline
from pipelines.stage import Context
from pipelines.template import TemplatePipeline
from pipelines.text import quality
from tests.stand.commands import ROOT, scrapy


def given(**cmdline):
    settings = Settings()
    settings.setmodule(module, priority="project")
    settings.setdict(cmdline, priority="cmdline")
    return settings


# --- what a value must be ------------------------------------------------------------------------------------------

BAD = [
    ("SQUEEGEE_OUTPUT", "", "a path"),
    ("TEMPLATE_HOLD", "0", "a whole number, 1 or more"),
    ("TEMPLATE_LEARN", "perhaps", "true or false"),
    ("TEMPLATE_LINES", "a, *", "* alone would fit every line"),
    ("QUALITY_MIN_CHARS", "[1]", "a JSON object of whole numbers by language"),
    ("QUALITY_MIN_CHARS", "40", "a JSON object of whole numbers by language"),
    ("QUALITY_MIN_CHARS", '{"zh": "many"}', "a JSON object of whole numbers by language"),
    ("QUALITY_MIN_CHARS", '{"zh": Infinity}', "a JSON object of whole numbers by language"),
    ("QUALITY_MIN_CHARS", "{", "a JSON object of whole numbers by language"),
    ("QUALITY_KEEP", "nonsense", "'nonsense' is none of them"),
    ("QUALITY_KEEP", "too_short,lst_page", "'lst_page' is none of them; did you mean list_page?"),
    ("STORAGE_COMPRESSION", "rar", "empty or gz or zst"),
    ("STORAGE_COMMIT_SECONDS", "soon", "a number greater than 0"),
    ("STORAGE_COMMIT_SECONDS", "nan", "a number greater than 0"),
    ("DISCOVERY_MAX_PAGES", "abc", "a whole number, 1 or more"),
    ("DISCOVERY_MAX_PAGES", "-1", "a whole number, 1 or more"),
    ("DISCOVERY_MAX_DEPTH", "1.5", "a whole number, 0 or more"),
    ("CRAWLALL_SITES", "x", "a whole number, 1 or more"),
    ("BACKOFF_SECONDS", "inf", "a number, 0 or more"),
    ("DOWNLOAD_DELAY", "x", "a number, 0 or more"),
    ("DOWNLOAD_DELAY", "-1", "a number, 0 or more"),
    ("LOG_LEVEL", "loud", "INFO"),
    ("LOG_FILE", "/nowhere/crawl.log", "a file that can be written: No such file or directory"),
    ("TEMPLATE_LINES", '["返回首页"]', "a list of texts with commas between them, not JSON"),
    ("BYLINE_PATTERNS", '["*"]', "a list of texts with commas between them, not JSON"),
    ("QUALITY_MIN_CHARS", '{"zh": 1.5}', "a JSON object of whole numbers by language"),
    ("ROBOTSTXT_OBEY", "no", "true or false"),
    ("RETRY_TIMES", "often", "a number"),
]


def test_what_is_shipped_has_no_problem():
    assert problems_of(given()) == []
    assert problems_of(Settings()) == []


@pytest.mark.parametrize(("name", "value", "must"), BAD)
def test_a_bad_value_is_named_with_its_setting(name, value, must):
    (problem,) = problems_of(given(**{name: value}))

    assert problem.startswith(f"{name} is {value!r}; it must be ")
    assert must in problem


GOOD = {
    "TEMPLATE_LINES": "Back to top*,Home",
    "QUALITY_MIN_CHARS": '{"zh": 10, "": 20}',
    "QUALITY_KEEP": "too_short,list_page,not_html",
    "STORAGE_COMPRESSION": "zst",
    "DISCOVERY_MAX_DEPTH": "0",
    "DOWNLOAD_DELAY": "0.5",
    "ROBOTSTXT_OBEY": "False",
    "CLOSESPIDER_TIMEOUT": "2.5",
    "DEFAULT_REQUEST_HEADERS": '{"Accept": "*/*"}',
    "LOG_LEVEL": "WARNING",
}


def test_good_values_pass():
    assert problems_of(given(**GOOD)) == []


def test_every_setting_of_our_own_has_its_check():
    own = re.findall(r"^\| (`.+?) \|", Path("docs/settings.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = {name for cell in own for name in re.findall(r"`([A-Z_]+)`", cell)}

    assert set(CHECKS) - {"STORAGE_ENABLED"} == {name for name in named if name.startswith(PREFIXES)}


def test_every_reason_of_the_quality_stage_can_be_kept():
    reasons = set(re.findall(r'reason="(\w+)"', Path(quality.__file__).read_text(encoding="utf-8")))

    assert reasons == set(quality.REASONS)
    for reason in {*reasons, *PAGE_KINDS[1:]}:
        assert problems_of(given(QUALITY_KEEP=reason)) == []


# --- misspelt ones -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("TEMPLATE_HODL", "did you mean TEMPLATE_HOLD?"),
        ("DEDUPLICATION_REJECT_COPY", "did you mean DEDUPLICATION_REJECT_COPIES?"),
        ("SPINNING_X", "docs/settings.md names all"),
        ("DISCOVRY_MAX_PAGES", "did you mean DISCOVERY_MAX_PAGES?"),
        ("squeegee_output", "did you mean SQUEEGEE_OUTPUT?"),
        ("DOWNLOD_DELAY", "did you mean DOWNLOAD_DELAY?"),
    ],
)
def test_a_misspelt_setting_is_named_with_the_one_that_was_meant(name, meant):
    assert misspelt(given(**{name: "1"})) == [f"there is no setting {name}; {meant}"]


def test_settings_of_scrapy_and_of_others_are_let_alone():
    others = {"DOWNLOAD_DELAY": "1", "HTTPERROR_ALLOW_ALL": "1", "MY_OWN_THING": "x", "TEMPLATE_HOLD": "5"}

    assert misspelt(given(**others)) == []


# --- the output folder ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "output", "priority", "placed"),
    [
        (".", "output", "project", "output"),
        ("docs", "output", "project", str(ROOT / "output")),
        ("docs", "/var/corpus", "project", "/var/corpus"),
        ("docs", "output", "cmdline", "output"),
        ("docs", "~/corpus", "cmdline", "/home/somebody/corpus"),
        (".", "~nobody-is-called-so/corpus", "cmdline", "~nobody-is-called-so/corpus"),
    ],
)
def test_the_output_is_the_projects_wherever_in_it_a_command_is_started(folder, output, priority, placed, monkeypatch):
    monkeypatch.chdir(ROOT / folder)
    monkeypatch.setenv("HOME", "/home/somebody")
    settings = Settings({"SQUEEGEE_OUTPUT": output}, priority)
    place_output(settings)

    assert (settings["SQUEEGEE_OUTPUT"], is_given(settings, "SQUEEGEE_OUTPUT")) == (placed, priority == "cmdline")


# --- the site's file says one thing, the command line another ------------------------------------------------------

SITE = """
start_urls = "http://mirror.example/"
[discover]
max_pages = 2
max_depth = 7
[template]
lines = ["Own line"]
keep = ["Own keep"]
[byline]
patterns = ["Own *"]
[politeness]
delay = 3.5
concurrency = 3
timeout = 11
verify_certificate = false
"""


class Crawler:
    def __init__(self, settings):
        self.settings = settings

    def get_downloader_middleware(self, _):
        return None


def spider(site, settings):
    spidercls = spider_of(site)
    spidercls.update_settings(settings)
    made = spidercls()
    made.crawler = Crawler(settings)
    return made


def setting(name, get):
    return lambda site, settings: getattr(spider(site, settings).crawler.settings, get)(name)


PAIRS = [
    ("DISCOVERY_MAX_PAGES", 2, "4", 4, lambda site, settings: spider(site, settings).most),
    ("DISCOVERY_MAX_PAGES", 2, "1", 1, lambda site, settings: spider(site, settings).most),
    ("DISCOVERY_MAX_DEPTH", 7, "1", 1, lambda site, settings: spider(site, settings).walk.most_depth),
    ("DISCOVERY_MAX_DEPTH", 7, "0", 0, lambda site, settings: spider(site, settings).walk.most_depth),
    ("DOWNLOAD_DELAY", 3.5, "0.25", 0.25, setting("DOWNLOAD_DELAY", "getfloat")),
    ("CONCURRENT_REQUESTS_PER_DOMAIN", 3, "6", 6, setting("CONCURRENT_REQUESTS_PER_DOMAIN", "getint")),
    ("DOWNLOAD_TIMEOUT", 11, "5", 5, setting("DOWNLOAD_TIMEOUT", "getfloat")),
    ("DOWNLOAD_VERIFY_CERTIFICATES", False, "1", True, setting("DOWNLOAD_VERIFY_CERTIFICATES", "getbool")),
    (
        "TEMPLATE_LINES",
        ("Own line",),
        "Given",
        ("Given",),
        lambda site, settings: TemplatePipeline.from_context(Context(settings=settings, site=site)).rules.lines,
    ),
    (
        "TEMPLATE_KEEP",
        ("Own keep",),
        "Given",
        ("Given",),
        lambda site, settings: TemplatePipeline.from_context(Context(settings=settings, site=site)).rules.keep,
    ),
    (
        "BYLINE_PATTERNS",
        ("Own *",),
        "Given *",
        ("Given *",),
        lambda site, settings: BylinePipeline.from_context(Context(settings=settings, site=site)).patterns,
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]}={pair[2]}")
def test_a_setting_given_for_the_run_wins_over_the_key_of_the_site_file(tmp_path, pair):
    name, own, value, wanted, used = pair
    path = tmp_path / "mirror.toml"
    path.write_text(SITE, encoding="utf-8")
    site = load_site(path)

    assert used(site, given()) == own
    assert used(site, given(**{name: value})) == wanted


def test_lines_for_every_site_stand_beside_those_of_the_site(tmp_path):
    path = tmp_path / "mirror.toml"
    path.write_text(SITE, encoding="utf-8")
    settings = given()
    settings.set("TEMPLATE_LINES", ["Everywhere"], priority="project")
    stage = TemplatePipeline.from_context(Context(settings=settings, site=load_site(path)))

    assert stage.rules.lines == ("Everywhere", "Own line")


# --- the commands --------------------------------------------------------------------------------------------------


@pytest.mark.e2e
@pytest.mark.parametrize(
    ("command", "name", "value"),
    [
        (("crawl", "plain0"), "DISCOVERY_MAX_PAGES", "x"),
        (("crawl", "plain0"), "QUALITY_MIN_CHARS", "[1]"),
        (("crawl", "plain0"), "ITEM_PIPELINES", "[1]"),
        (("crawl", "plain0"), "DEFAULT_REQUEST_HEADERS", "{"),
        (("crawlall",), "CRAWLALL_SITES", "x"),
        (("clean", "page.html"), "QUALITY_KEEP", "nonsense"),
        (("sites",), "SQUEEGEE_OUTPUT", ""),
    ],
)
def test_a_command_ends_with_1_and_one_line_for_a_bad_setting(tmp_path, command, name, value):
    ended = scrapy(*command, output=tmp_path / "output", **{name: value})

    assert ended.code == 1
    assert ended.log.startswith(f"{command[0]}: could not start: {name} is {value!r}; it must be ")
    assert len(ended.log.splitlines()) == 1
    assert not (tmp_path / "output").exists()


@pytest.mark.e2e
def test_a_bad_setting_stands_in_the_log_file_where_there_is_one(tmp_path):
    log = tmp_path / "log"
    ended = scrapy("crawl", "plain0", "--logfile", str(log), output=tmp_path / "output", DISCOVERY_MAX_PAGES="x")

    assert ended.code == 1
    assert "crawl: could not start: DISCOVERY_MAX_PAGES is 'x'" in log.read_text(encoding="utf-8")


@pytest.mark.e2e
def test_a_misspelt_setting_and_a_misspelt_option_are_said(tmp_path):
    setting = scrapy("sites", output=tmp_path / "output", TEMPLATE_HODL="3")
    option = scrapy("corpus", "--outptu=x", output=tmp_path / "output")

    assert setting.code == 0
    assert "warning: there is no setting TEMPLATE_HODL; did you mean TEMPLATE_HOLD?" in setting.log
    assert option.code == 2
    assert "unknown option --outptu; did you mean --output?" in option.log


@pytest.mark.e2e
@pytest.mark.parametrize("command", ["audit", "corpus", "crawl", "ledger", "record", "replay", "report", "template"])
def test_every_command_names_an_option_that_it_does_not_have(tmp_path, command):
    ended = scrapy(command, "--bogus", output=tmp_path / "output")

    assert ended.code == 2
    assert "unknown option --bogus" in ended.log
