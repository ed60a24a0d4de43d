"""Whole sites in the layouts of well-known publishing systems: every article is found, no list is taken for one."""

import pytest

from crawler.discovery.frontier import Frontier
from crawler.discovery.known import MemoryUrls
from crawler.discovery.plan import Rules
from crawler.discovery.walk import Reply, Walk
from crawler.sites import Site

ROOT = "http://a.com"
PER_PAGE = 10

ENGLISH = (
    "Harbour opens again after a long winter",
    "Council votes on the bridge",
    "Ferry late",
    "Orchards in bloom early this year",
)
CHINESE = ("大桥加固工程进入最后一百天", "图书馆试行通宵开放", "春茶晚了九天", "湿地冬候鸟调查结束数量创新高")
SECTIONS = {"en": ("News", "World", "Sport", "Money"), "zh": ("要闻", "国际", "体育", "财经")}
HOME = {"en": "Home", "zh": "首页"}
NEXT = {"en": "Next »", "zh": "下一页"}
SLUGS = ("harbour-opens-again", "council-votes-on-bridge", "ferry-late", "orchards-bloom")

LAYOUTS = {
    # name: language, article, section, page of a section, service pages
    "wordpress": (
        "en",
        "/2024/03/{day:02}/{slug}-{n}/",
        "/category/{name}/",
        "/category/{name}/page/{page}/",
        ["/about/", "/contact/", "/tag/ferry/", "/author/ann/", "/2024/03/", "/privacy-policy/"],
    ),
    "portal": (
        "zh",
        "/html/2024-03/{day:02}/content_{id}.htm",
        "/{name}/",
        "/{name}/index_{page}.htm",
        ["/about/index.htm", "/sitemap.htm", "/zhuanti/", "/2024-03/05/"],
    ),
    "node": (
        "zh",
        "/{name}/2024-03/{day:02}/c_{id}.htm",
        "/{name}/node_{s}.htm",
        "/{name}/node_{s}_{page}.htm",
        ["/about.htm", "/rss.htm"],
    ),
    "phpcms": (
        "zh",
        "/show-{s}-{id}-1.html",
        "/list-{s}-1.html",
        "/list-{s}-{page}.html",
        ["/index.php?m=search", "/special/"],
    ),
    "dedecms": (
        "zh",
        "/a/{name}/202403{day:02}/{id}.html",
        "/a/{name}/",
        "/a/{name}/list_{s}_{page}.html",
        ["/tags.php", "/about.html"],
    ),
    "query": (
        "zh",
        "/index.php?m=content&a=show&catid={s}&id={id}",
        "/index.php?m=content&a=lists&catid={s}",
        "/index.php?m=content&a=lists&catid={s}&page={page}",
        ["/index.php?m=member&a=login"],
    ),
    "slugs": ("en", "/{name}/{slug}-{n}", "/{name}", "/{name}?page={page}", ["/about", "/newsletter", "/topics/ferry"]),
    "numbers": ("zh", "/{id}", "/c/{s}", "/c/{s}?p={page}", ["/help", "/login"]),
    "numbered files": ("zh", "/{name}/{id}.shtml", "/{name}/", "/{name}/list_{page}.shtml", ["/copyright.shtml"]),
    "old asp": (
        "zh",
        "/ReadNews.asp?NewsID={id}",
        "/BigClass.asp?typeid={s}",
        "/BigClass.asp?typeid={s}&page={page}",
        ["/Search.asp"],
    ),
}


def site_of(name, per_section=25):
    """Give the pages of a site as HTML by URL, and the URLs of its articles."""
    language, article, section, page_of, services = LAYOUTS[name]
    headlines = ENGLISH if language == "en" else CHINESE
    pages, articles = {}, set()
    names = ("news", "world", "sport", "money")
    menu = f"<a href='/'>{HOME[language]}</a>" + "".join(
        f"<a href='{section.format(name=folder, s=s + 11)}'>{title}</a>"
        for s, (folder, title) in enumerate(zip(names, SECTIONS[language], strict=True))
    )
    foot = "".join(
        f"<a href='{service}'>{service.strip('/').split('/')[-1].split('.')[0][:12]}</a>" for service in services
    )
    every = []
    for s, folder in enumerate(names):
        listed = []
        for n in range(per_section):
            number = s * per_section + n
            url = article.format(
                name=folder, s=s + 11, n=number, id=20417 + number * 3, slug=SLUGS[n % 4], day=n % 27 + 1
            )
            listed.append((url, f"{headlines[n % 4]}{' ' if language == 'en' else ''}{number}"))
        every += listed
        last = -(-per_section // PER_PAGE)
        for page in range(1, last + 1):
            part = listed[(page - 1) * PER_PAGE : page * PER_PAGE]
            items = "".join(f"<li><a href='{url}'>{title}</a></li>" for url, title in part)
            numbers = "".join(
                f"<a href='{page_of.format(name=folder, s=s + 11, page=number)}'>{number}</a>"
                for number in range(1, last + 1)
            )
            following = page_of.format(name=folder, s=s + 11, page=page + 1)
            onward = f"<a href='{following}'>{NEXT[language]}</a>" if page < last else ""
            here = section if page == 1 else page_of
            for path in {
                here.format(name=folder, s=s + 11, page=page),
                page_of.format(name=folder, s=s + 11, page=page),
            }:
                pages[path] = f"<html><body>{menu}<ul>{items}</ul>{numbers}{onward}{foot}</body></html>"
    front = "".join(f"<li><a href='{url}'>{title}</a></li>" for url, title in every[::9])
    pages["/"] = f"<html><body>{menu}<ul>{front}</ul>{foot}</body></html>"
    for url, _ in every:
        articles.add(url)
    for service in services:
        pages.setdefault(service, f"<html><body>{menu}<p>Words about us.</p>{foot}</body></html>")
    return pages, articles


def walk_whole(name):
    """Walk a site as the spider does; a page that only its text can tell is told by what it is."""
    pages, articles = site_of(name)
    site = Site(name="a", start_urls=(f"{ROOT}/",), domains=("a.com",))
    walk = Walk(Rules(site), Frontier(MemoryUrls(), "a", most=10_000), most_lists=300, most_depth=3, barren=3, trust=0)
    steps, taken, lists, looked = walk.begin(), set(), [], 0
    while steps:
        step = steps.pop(0)
        path = step.url.removeprefix(ROOT)
        lists.append(path)
        if path not in pages:
            continue
        for found in walk.read(step, Reply(body=pages[path].encode(), url=step.url)):
            steps += found.steps
            for url in found.articles:
                asked = url.removeprefix(ROOT)
                if asked in articles or walk.is_sure(url):
                    taken.add(asked)
                elif turned := walk.turned_out_list(url):
                    looked += 1
                    steps.append(turned)
    return taken, articles, lists, looked


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_article_of_a_layout_is_found(name):
    taken, articles, lists, _ = walk_whole(name)

    assert articles - taken == set()
    assert not articles & set(lists)


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_list_of_a_layout_is_taken_for_an_article(name):
    taken, articles, _, _ = walk_whole(name)

    assert taken - articles == set()


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_page_of_a_layout_is_asked_for_twice(name):
    _, _, lists, looked = walk_whole(name)

    assert len(lists) == len(set(lists))
    assert looked <= 12
