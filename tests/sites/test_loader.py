"""Site files: what they may say, and how clearly an error is named."""

from pathlib import Path

import pytest

from crawler.commands.report import FILE as REPORT
from crawler.ledger import NAME as LEDGER
from crawler.runs.folder import SiteFolder
from crawler.sites import SiteError, load_site, load_sites
from crawler.sites.loader import TYPE_NAMES
from crawler.sites.names import OUTPUT_FILES

WHOLE = """
name = "mirror"
title = "晨光在线"
start_urls = ["http://Example.com:80/news/", "https://www.example.com/"]
domains = ["example.com", "www.example.com", "cdn.example.com:8080", "*.example.org"]
encoding = "gb18030"
timezone = "Asia/Shanghai"
language = "zh-Hans"
rank = 3

[discover]
sitemaps = "http://example.com/sitemap.xml"
feeds = ["http://example.com/feed"]
article = '/\\d{4}/\\d+\\.html$'
list = ["/list_"]
ignore = ["/video/"]
next = "a.next"
automatic = false
max_pages = 100
max_depth = 2

[extract]
title = "h1"
body = ["div.content p", "//div[@id='text']"]
remove = ".ad"
published = "span.time"
authors = ".author"
source = ".from"
next = "a.more"

[template]
lines = ["返回首页"]
keep = ["编者按*"]

[byline]
patterns = ["（记者 *）"]

[politeness]
delay = 2
concurrency = 1
timeout = 20.5
verify_certificate = false

[recheck]
days = 3
hours = 12
"""

BODY = "start_urls = 'http://a.com'\n[extract]\nbody = "

WRONG = [
    ("start_urls = []", "start_urls: must be given"),
    ("", "start_urls: must be given"),
    ("start_url = 'http://a.com'", "start_url: unknown key; the nearest known key is start_urls"),
    ("start_urls = 'http://a.com'\nfoo = 1", "foo: unknown key"),
    ("start_urls = 'http://a.com'\nbody = 'p'", "body: unknown key; it belongs into a table: extract.body"),
    (
        "start_urls = 'http://a.com'\n[extract]\nbdy = 'p'",
        "extract.bdy: unknown key; the nearest known key is extract.body",
    ),
    ("start_urls = 'http://a.com'\n[extrct]\nbody = 'p'", "extrct: unknown key; the nearest known key is extract"),
    ("start_urls = 'http://a.com'\n[politeness]\ndelay = '1'", "politeness.delay: must be a number, not '1'"),
    ("start_urls = 'http://a.com'\n[politeness]\nconcurrency = 1.5", "politeness.concurrency: must be a whole number"),
    ("start_urls = 'http://a.com'\n[politeness]\nconcurrency = true", "politeness.concurrency: must be a whole number"),
    ("start_urls = 'http://a.com'\n[politeness]\ndelay = -1", "politeness.delay: must be 0 or more"),
    ("start_urls = 'http://a.com'\n[politeness]\ndelay = nan", "politeness.delay: must be 0 or more"),
    ("start_urls = 'http://a.com'\n[politeness]\ntimeout = inf", "politeness.timeout: must be 1 or more"),
    ("start_urls = 'http://a.com'\n[politeness]\nconcurrency = 0", "politeness.concurrency: must be 1 or more"),
    ("start_urls = 'http://a.com'\n[discover]\narticle = '('", "discover.article: '(' is no regular expression"),
    ("start_urls = 'http://a.com'\n[discover]\nautomatic = 'no'", "discover.automatic: must be true or false"),
    ("start_urls = 'http://a.com'\n[discover]\nnext = 'a[['", "discover.next: 'a[[' is no CSS selector"),
    ("start_urls = 'http://a.com'\n[extract]\nbody = ['//p[']", "extract.body: '//p[' is no XPath expression"),
    *(
        (f"{BODY}'''{selector}'''", f"extract.body: {selector!r} is no XPath expression: {problem}")
        for selector, problem in (
            ('//div[of-class("a")]', "Unregistered function in 'of-class(\"a\")'"),
            ('//x[re:test(., "a")]', "Undefined namespace prefix in 're:test(., \"a\")'"),
            ("//x/svg:path", "Undefined namespace prefix in 'svg:path'"),
            ("//x[a and not(foo(.))]", "Unregistered function in 'foo(.)'"),
            ("//x[contains(.)]", "Invalid number of arguments in 'contains(.)'"),
            ("//x[@id = $id]", "Undefined variable in '$id'"),
        )
    ),
    (f"{BODY}'//x | 1'", "extract.body: '//x | 1' is no XPath expression"),
    (f"{BODY}'svg|path'", "extract.body: 'svg|path' is no CSS selector: Undefined namespace prefix"),
    (f"{BODY}'p:frist-child'", "extract.body: 'p:frist-child' is no CSS selector: The pseudo-class :frist-child"),
    (f"{BODY}'p::before'", "extract.body: 'p::before' is no CSS selector: The pseudo-element ::before"),
    ("start_urls = 'http://a.com'\n[discover]\nnext = '//a[next()]'", "discover.next: '//a[next()]' is no XPath"),
    ("start_urls = 'http://a.com'\n[extract]\nbody = [1]", "extract.body: must be a string or a list of strings"),
    ("start_urls = 'http://a.com'\ndiscover = 'x'", "discover: must be a table"),
    ("start_urls = 'ftp://a.com'", "start_urls: 'ftp://a.com' is no http or https URL"),
    ("start_urls = 'http://a.com'\ndomains = 'http://a.com'", "domains: 'http://a.com' is no host"),
    ("start_urls = 'http://a.com'\ndomains = '*.a.com'", "start_urls: a.com is none of the domains, *.a.com"),
    (
        "start_urls = 'http://a.com'\n[discover]\nfeeds = 'http://b.com:80/rss'",
        "discover.feeds: b.com is none of the domains, a.com",
    ),
    (
        "start_urls = 'http://a.com:81/'\n[discover]\nsitemaps = 'http://a.com/s.xml'",
        "discover.sitemaps: a.com is none of the domains, a.com:81",
    ),
    ("start_urls = 'http://a.com'\nencoding = 'gb99'", "encoding: 'gb99' is no charset"),
    ("start_urls = 'http://a.com'\nencoding = 'rot13'", "encoding: 'rot13' is no charset"),
    ("start_urls = 'http://a.com'\ntimezone = 'China'", "timezone: 'China' is no time zone"),
    ("start_urls = 'http://a.com'\ntimezone = '../etc'", "timezone: '../etc' is no time zone"),
    ("start_urls = 'http://a.com'\nlanguage = 'Chinese!'", "language: 'Chinese!' is no language tag"),
    ("start_urls = 'http://a.com'\nname = '../x'", "name: must be letters"),
    ("start_urls = 'http://a.com'\nname = ''", "name: must be letters"),
    ("start_urls = 'http://a.com'\nname = '_x'", "name: must be letters"),
    (f"start_urls = 'http://a.com'\nname = '{'n' * 101}'", "name: must be letters"),
    (f"start_urls = 'http://a.com'\nname = '{'报' * 90}'", "name: '报报报"),
    (
        "start_urls = 'http://a.com'\nname = 'ledger.sqlite'",
        "name: 'ledger.sqlite' is the name of a file in the output",
    ),
    ("start_urls = 'http://a.com'\nname = 'Ledger.sqlite-wal'", "name: 'Ledger.sqlite-wal' is the name of a file"),
    ("start_urls = 'http://a.com'\nname = 'report.html'", "name: 'report.html' is the name of a file"),
    ("start_urls = 'http://a.com'\nname = 7", "name: must be a string, not 7"),
    ("start_urls = 'http://a.com'\n[template]\nlines = ['返回', '* *']", "template.lines: '* *' would fit every line"),
    ("start_urls = 'http://a.com'\n[template]\nkeep = ''", "template.keep: '' would fit every line"),
    ("start_urls = 'http://a.com'\n[byline]\npatterns = '*'", "byline.patterns: '*' would fit every line"),
    ("start_urls = 'http://a.com'\npath = '/etc/passwd'", "path: unknown key"),
    ("x = [", "Invalid value"),
    pytest.param("x = " + "[" * 100_000, "maximum recursion depth", id="nested"),
    pytest.param(f"start_urls = 'http://a.com'\n[recheck]\ndays = {'9' * 5_000}", "Exceeds the limit", id="digits"),
    pytest.param(
        f"start_urls = 'http://a.com'\n[discover]\nlist = '{'(' * 5_000}'", "discover.list: '((((", id="brackets"
    ),
    ('start_urls = "http://a.com"\nencoding = "\\u0000"', "encoding: '\\x00' is no charset"),
]


def write(folder, text, name="mirror.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path):
    site = load_site(write(tmp_path, WHOLE))

    assert site.start_urls == ("http://example.com/news/", "https://www.example.com/")
    assert site.domains[2] == "cdn.example.com:8080"
    assert site.discover.sitemaps == ("http://example.com/sitemap.xml",)
    assert site.extract.body == ("div.content p", "//div[@id='text']")
    assert site.politeness.delay == 2.0
    assert site.recheck.days == 3.0
    assert site.path == tmp_path / "mirror.toml"


@pytest.mark.parametrize(
    "selector",
    [
        "//x[last()][position() mod (2) = 1]",
        "(//x[contains(concat(' ', @class, ' '), ' foo() a:b $c ')])[1]",
        "//x[@xml:lang][lang('zh')]/following-sibling::text()",
        "string(//x[not(self::y) and (a or (b))])",
        "concat(//x, '（')",
        "p:hover, a:not(.b)::text",
        "x:has(y:nth-of-type(2n+1))::attr(data-a)",
    ],
)
def test_a_selector_that_holds_is_taken(tmp_path, selector):
    assert load_site(write(tmp_path, f'{BODY}"{selector}"')).extract.body == (selector,)


@pytest.mark.parametrize(("encoding", "byte"), [("utf-16", "0xff"), ("gbk", "0xb3")])
def test_a_file_in_another_charset_is_told_to_be_utf8(tmp_path, encoding, byte):
    (tmp_path / "mirror.toml").write_text('title = "晨光"', encoding=encoding)

    with pytest.raises(SiteError, match=f"mirror.toml: must be UTF-8, which byte {byte} at position "):
        load_site(tmp_path / "mirror.toml")


def test_start_urls_are_enough(tmp_path):
    site = load_site(write(tmp_path, "start_urls = 'http://127.0.0.1:8000/a'", "local-one.toml"))

    assert site.name == "local-one"
    assert site.domains == ("127.0.0.1:8000",)
    assert site.discover.automatic


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_an_error_names_file_and_key(tmp_path, text, problem):
    path = write(tmp_path, text)

    with pytest.raises(SiteError) as caught:
        load_site(path)

    assert any(line.startswith(problem) for line in caught.value.problems), caught.value.problems
    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.name


def test_all_problems_of_a_file_are_named_at_once(tmp_path):
    with pytest.raises(SiteError) as caught:
        load_site(write(tmp_path, "start_url = 1\nfoo = 2\n[extract]\nbdy = 3\n"))

    assert len(caught.value.problems) == 3


ALL_AT_ONCE = """
start_urls = 'http://a.com'
encoding = 'gb99'
timezone = 'China'
[discover]
article = '('
max_depth = -1
list = 7
[extract]
body = '//p['
[politeness]
delay = '2'
timeout = 0
"""


def test_a_wrong_type_hides_no_wrong_value(tmp_path):
    with pytest.raises(SiteError) as caught:
        load_site(write(tmp_path, ALL_AT_ONCE))

    keys = {problem.partition(":")[0] for problem in caught.value.problems}
    assert keys == {
        "encoding",
        "timezone",
        "discover.article",
        "discover.max_depth",
        "discover.list",
        "extract.body",
        "politeness.delay",
        "politeness.timeout",
    }
    assert len(caught.value.problems) == len(keys)


@pytest.mark.parametrize("name", ["", "n" * 101, "../x", "ledger.sqlite"])
def test_a_file_whose_name_cannot_be_is_known_by_its_stem(tmp_path, name):
    with pytest.raises(SiteError) as caught:
        load_site(write(tmp_path, f"start_urls = 'http://a.com'\nname = '{name}'"))

    assert caught.value.name == "mirror"


def test_names_of_files_in_the_output_folder_are_those_that_are_written():
    assert {LEDGER, REPORT} == set(OUTPUT_FILES)
    with pytest.raises(ValueError, match="is the name of a file in the output folder"):
        SiteFolder(output=Path(), site=LEDGER)


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(SiteError, match=r"x\.toml"):
        load_site(tmp_path / "x.toml")


def test_a_broken_file_takes_no_other_site_with_it(tmp_path):
    write(tmp_path, "start_urls = 'http://a.com'", "good.toml")
    write(tmp_path, "start_urls = ", "bad.toml")
    write(tmp_path, "start_urls = 'http://b.com'\nname = 'good'", "second.toml")

    sites, errors = load_sites([tmp_path, tmp_path / "missing"])

    assert list(sites) == ["good"]
    assert [error.path.name for error in errors] == ["bad.toml", "second.toml"]
    assert "'good' is taken by" in str(errors[1])


def test_every_type_has_a_name():
    assert set(TYPE_NAMES) == {str, int, float, bool}
