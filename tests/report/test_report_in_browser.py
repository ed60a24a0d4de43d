"""The report in headless Chromium: clicks, filters, keyboard, hostile texts, no word on the console."""

import shutil

import pytest

from crawler.items import Article
from crawler.report.collect import collect
from crawler.report.examples import choose
from crawler.report.page import page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER),
        reason="Chromium and chromedriver are not installed: apt-get install chromium chromium-driver",
    ),
]

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture(scope="module")
def browser():
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--force-prefers-reduced-motion",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


def article(number, site, **fields):
    facts = {"id": f"{site}{number}", "url": f"http://{site}.example/{number}", "site": site}
    return Article(**facts | {"title": f"Bridge {number}", "paragraphs": ["The 龙达 bridge opened.", "Share"]} | fields)


@pytest.fixture
def report(make_run, tmp_path, browser):
    """Open a report over two sites; gives the browser."""
    items = []
    for number in range(40):
        item = article(number, "alpha")
        item.cut(0, 4, 7, stage="injection", reason="inline", evidence="on 9 pages")
        if number % 2:
            item.drop(1, stage="template", reason="site_line")
        items.append(item)
    # Quotas show some of each kind: every article brings a reason of its own.
    for number, item in enumerate(items):
        item.mark("suspect", stage="injection", reason=f"reason_{number}")
    hostile = article(99, "beta", title=HOSTILE, paragraphs=[HOSTILE, "x\u202ey"])
    hostile.cut(0, 0, 5, stage="injection", reason="prefix", evidence=HOSTILE)
    make_run(*items)
    more = {
        "stage": "deduplication",
        "reason": "copy",
        "duplicate_of": "alpha1",
        "duplicate_url": "http://alpha.example/1",
    }
    make_run(hostile, (article(1, "beta"), more | {"similarity": 0.9}), site="beta")
    collected = collect(tmp_path / "output")
    file = tmp_path / "report.html"
    file.write_text(page(collected, choose(collected), made="today", output="output"), encoding="utf-8")
    browser.get(file.as_uri())
    yield browser
    assert [entry for entry in browser.get_log("browser") if entry["level"] in {"SEVERE", "WARNING"}] == []


def count(browser):
    return browser.find_element("id", "count").text


def wait_for(browser, text):
    from selenium.webdriver.support.wait import WebDriverWait

    WebDriverWait(browser, 5).until(lambda found: count(found) == text)


def choose_option(browser, name, value):
    from selenium.webdriver.support.select import Select

    Select(browser.find_element("css selector", f"select[name={name}]")).select_by_value(value)


def test_filters_and_search_narrow_the_list_and_clear_brings_it_back(report):
    assert count(report) == "42 of 42 articles"

    choose_option(report, "stage", "template")
    wait_for(report, "20 of 42 articles")
    choose_option(report, "site", "beta")
    wait_for(report, "0 of 42 articles")
    report.find_element("css selector", "button[type=reset]").click()
    wait_for(report, "42 of 42 articles")
    choose_option(report, "outcome", "copy")
    wait_for(report, "1 of 42 articles")
    report.find_element("css selector", "button[type=reset]").click()
    report.find_element("css selector", "input[name=text]").send_keys("beta.example/99")
    wait_for(report, "1 of 42 articles")


def test_more_articles_come_by_a_click(report):
    assert len(report.find_elements("css selector", "#list article")) == 25

    report.find_element("id", "more").click()

    assert len(report.find_elements("css selector", "#list article")) == 42
    assert not report.find_element("id", "more").is_displayed()


def test_a_removal_is_explained_on_hover_and_by_keyboard(report):
    from selenium.webdriver import ActionChains, Keys

    removed = report.find_elements("css selector", "#list del")[0]
    tip = report.find_element("id", "tip")

    report.execute_script("arguments[0].scrollIntoView({block: 'center'})", removed)
    ActionChains(report).move_to_element(removed).perform()
    assert tip.text == "injection / inline\non 9 pages"
    ActionChains(report).move_to_element(report.find_element("id", "count")).perform()
    assert not tip.is_displayed()
    report.execute_script("arguments[0].focus()", removed)
    assert tip.is_displayed()
    ActionChains(report).send_keys(Keys.ESCAPE).perform()
    assert not tip.is_displayed()


def test_hostile_texts_stay_text(report):
    choose_option(report, "site", "beta")
    wait_for(report, "2 of 42 articles")
    shown = report.find_element("id", "list").text

    assert HOSTILE in shown
    assert "x⟨U+202E⟩y" in shown
    assert report.find_elements("css selector", "#list img, #list script") == []
    assert report.execute_script("return document.scripts.length") == 2


def test_a_string_and_a_site_lead_to_their_articles(report):
    report.find_element("css selector", "button[data-find^='龙达']").click()
    wait_for(report, "41 of 42 articles")

    report.find_element("css selector", "button[data-site-filter='beta']").click()

    wait_for(report, "2 of 42 articles")


def test_a_site_of_the_network_stands_out_when_it_is_reached_by_keyboard(report):
    node = report.find_element("css selector", "svg.network .node[data-site=beta]")

    report.execute_script("arguments[0].focus()", node)

    assert "on" in node.get_attribute("class").split()
    assert report.find_elements("css selector", "svg.network.picked .link.on")


def test_the_theme_is_switched_by_a_button(report):
    before = report.execute_script("return getComputedStyle(document.body).backgroundColor")

    report.find_element("id", "theme").click()

    assert report.execute_script("return getComputedStyle(document.body).backgroundColor") != before


def test_the_page_fits_a_phone_and_loads_nothing(report):
    report.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    )
    try:
        assert report.execute_script("return document.documentElement.scrollWidth") <= 360
        assert report.execute_script("return performance.getEntriesByType('resource').length") == 0
    finally:
        report.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_what_is_wider_than_its_box_is_scrolled_by_keyboard(report):
    assert report.find_elements("css selector", ".wide:not([tabindex]) :is(table, .bars)") == []
