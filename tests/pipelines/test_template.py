"""The template stage: learned over a batch and the ledger, the same for every order and after every kill."""

import logging
import random

from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector

from crawler.items import Article, restore
from crawler.ledger import Ledger
from crawler.sites.model import Site, Template
from pipelines.stage import Context
from pipelines.template import TemplatePipeline

DEEDS = ("修好了老磨坊", "办起了夜校", "种下一片枣林", "挖通了水渠", "建起一座木桥", "重开了戏台", "收回了旧船")
HEADER = ["石桥在线 › 石桥要闻", "石桥在线的小喇叭"]
FOOTER = ["石桥在线由石桥镇文化站主办，站内文章的权利归站方，未经书面同意请不要转到别处。"]


def body(number):
    pick = random.Random(number)
    return ["，".join(pick.sample(DEEDS, 5)) + f"，谁也没有多说，只有{pick.choice(DEEDS)}的人笑了。" for _ in range(4)]


def article(number, *, day="2026-03-05", header=HEADER, footer=FOOTER, name="石桥在线"):
    return Article(
        id=f"{number:04d}",
        url=f"https://alpha.example/{number}.html",
        site="alpha",
        title=f"{body(number)[0][:12]}_{name}",
        paragraphs=[*header, *body(number), *footer],
        fetched=f"{day}T08:00:00+00:00",
    )


class Stats(MemoryStatsCollector):
    def __init__(self):
        self._stats = {}


def stage(ledger=None, *, lines=(), keep=(), **settings):
    site = Site(name="alpha", start_urls=(), domains=(), template=Template(lines=lines, keep=keep))
    return TemplatePipeline.from_context(Context(settings=Settings(settings), stats=Stats(), site=site, ledger=ledger))


def run(pipeline, batch):
    batch = sorted(batch, key=lambda one: one.url)
    pipeline.observe(batch)
    for one in batch:
        pipeline.process_item(one)
    return {one.id: (one.title, one.paragraphs) for one in batch}


def clean(number):
    return (body(number)[0][:12], body(number))


def test_the_first_page_comes_out_as_clean_as_the_last():
    left = run(stage(), [article(number) for number in range(8)])

    assert left == {f"{number:04d}": clean(number) for number in range(8)}


def test_every_drop_is_in_the_trail_with_its_evidence():
    batch = [article(number) for number in range(8)]
    before = (batch[3].title, list(batch[3].paragraphs))
    run(stage(), batch)

    trail = [edit.as_line("3") for edit in batch[3].trail]

    assert {(edit["action"], edit["reason"]) for edit in trail} == {("drop", "learned_line"), ("cut", "site_name")}
    assert "on 100% of 8 articles" in {edit.get("evidence") for edit in trail}
    assert restore(batch[3].title, batch[3].paragraphs, trail) == before


def test_the_order_of_arrival_changes_nothing():
    expected = run(stage(), [article(number) for number in range(20)])

    for seed in range(3):
        batch = [article(number) for number in range(20)]
        random.Random(seed).shuffle(batch)
        assert run(stage(), batch) == expected


def test_later_batches_know_what_earlier_ones_showed(ledger):
    run(stage(ledger), [article(number) for number in range(8)])
    ledger.commit()

    assert run(stage(ledger), [article(20)])["0020"] == clean(20)


def test_a_page_alone_says_nothing_of_its_site():
    assert run(stage(), [article(1)])["0001"] == (article(1).title, article(1).paragraphs)


def test_a_page_seen_again_is_not_counted_twice(ledger):
    for _ in range(5):
        run(stage(ledger), [article(1), article(2)])
        ledger.commit()

    assert len(ledger.template.pages("alpha")) == 2
    assert run(stage(ledger), [article(1)])["0001"][1] == article(1).paragraphs


def test_after_a_kill_and_a_new_run_the_knowledge_is_the_same(tmp_path):
    def knowledge(name, *batches):
        path = tmp_path / name
        for batch, kill in batches:
            ledger = Ledger(path)
            run(stage(ledger), batch)
            if not kill:
                ledger.commit()
            ledger.close()
        ledger = Ledger(path)
        found = (ledger.template.pages("alpha"), ledger.template.learned("alpha"), ledger.template.versions("alpha"))
        ledger.close()
        return found

    def pages(*numbers):
        return [article(number) for number in numbers]

    calm = knowledge("calm", (pages(*range(6)), False), (pages(*range(6, 12)), False))
    killed = knowledge(
        "killed", (pages(*range(6)), False), (pages(*range(6, 9)), True), (pages(*range(11, 5, -1)), False)
    )

    assert killed == calm


def test_what_no_page_shows_any_more_is_forgotten(ledger):
    ledger.template.window = 30
    run(stage(ledger), [article(number, day="2026-03-01") for number in range(20)])
    ledger.commit()
    assert any(one.text == HEADER[1] for one in ledger.template.learned("alpha").values())

    run(stage(ledger), [article(number, day="2026-03-02", header=()) for number in range(100, 140)])
    ledger.commit()

    assert len(ledger.template.pages("alpha")) == 30
    assert not any(one.text == HEADER[1] for one in ledger.template.learned("alpha").values())
    assert HEADER[1] in ledger.template.versions("alpha")[-1].removed


def test_an_abrupt_change_is_counted_and_logged_with_examples(ledger, caplog):
    run(stage(ledger), [article(number, day="2026-03-01") for number in range(20)])
    ledger.commit()
    pipeline = stage(ledger)

    with caplog.at_level(logging.WARNING):
        run(
            pipeline,
            [article(number, header=["换了门面", "新石桥网"], footer=["新门面"]) for number in range(100, 120)],
        )

    assert pipeline.context.stats.get_value("pipelines/template/drift") == 6
    assert HEADER[1] in caplog.text
    assert "新石桥网" in caplog.text


def test_a_change_is_not_told_again_when_its_pages_are_looked_at_again(ledger, caplog):
    run(stage(ledger), [article(number, day="2026-03-01") for number in range(20)])
    ledger.commit()
    told = []
    for day in ("2026-03-02", "2026-03-04"):
        changed = [article(number, day=day, header=["换了门面"], footer=["新门面"]) for number in range(100, 120)]
        caplog.clear()
        run(stage(ledger), changed)
        ledger.commit()
        told.append("changed" in caplog.text)

    assert told == [True, False]


def test_a_run_like_the_ones_before_is_no_drift(ledger, caplog):
    run(stage(ledger), [article(number) for number in range(20)])
    ledger.commit()

    run(stage(ledger), [article(number) for number in range(20, 40)])

    assert not caplog.records


def test_pinned_lines_are_dropped_and_forgotten_ones_kept(ledger):
    ledger.template.say("alpha", body(3)[1][:9] + "*", "pinned")
    ledger.template.say("alpha", HEADER[1], "forgotten")
    ledger.commit()

    left = run(stage(ledger), [article(number) for number in range(8)])

    assert left["0003"][1] == [HEADER[1], body(3)[0], *body(3)[2:]]


def test_lines_of_the_settings_and_of_the_site_count():
    left = run(stage(lines=(body(3)[1][:9] + "*",), TEMPLATE_LINES=[body(3)[2][:9] + "*"]), [article(3)])

    assert left["0003"][1] == [*HEADER, body(3)[0], body(3)[3], *FOOTER]
    left = run(stage(keep=("石桥在线 ›*",), TEMPLATE_KEEP=["*小喇叭"]), [article(number) for number in range(8)])
    assert left["0003"][1] == [*HEADER, *body(3)]


def test_learning_can_be_switched_off():
    left = run(stage(TEMPLATE_LEARN=False), [article(number) for number in range(8)])

    assert left["0003"][1] == article(3).paragraphs


def test_a_dropped_line_is_still_evidence_for_the_next_stage():
    batch = [article(number) for number in range(8)]
    run(stage(), batch)

    assert set(HEADER) <= set(batch[0].headings)


def test_a_toolbar_is_evidence_for_nothing():
    page = article(1, header=["字号:默认 超大 | 打印 |"], footer=())
    stage().apply(page)

    assert page.paragraphs == body(1)
    assert page.headings == []


def test_a_page_of_its_own_is_cleaned_by_shape():
    page = Article(
        id="1",
        url="https://alpha.example/1",
        site="",
        paragraphs=["字号:默认 超大 | 打印 |", *body(1), "扫一扫在手机看", "网站地图"],
    )

    TemplatePipeline.from_context(Context(settings=Settings())).apply(page)

    assert page.paragraphs == body(1)


def test_what_ends_the_articles_of_a_site_hangs_on_no_other_paragraph_either():
    def hung(number, end):
        made = article(number)
        made.paragraphs[2:] = [text + end for text in made.paragraphs[2:-1]]
        return made

    word = run(stage(), [hung(number, "桥头茶社") for number in range(8)])
    sentence = run(stage(), [hung(number, "他们都去了桥头。") for number in range(8)])

    assert word == {f"{number:04d}": clean(number) for number in range(8)}
    assert all(text.endswith("他们都去了桥头。") for _, texts in sentence.values() for text in texts[:1])


def test_an_end_that_is_part_of_another_paragraph_s_sentence_stays():
    batch = [article(number) for number in range(8)]
    for one in batch:
        one.paragraphs[2:] = [*one.paragraphs[2:-2], one.paragraphs[-2] + "桥头茶社"]
        one.paragraphs[2] = one.paragraphs[2].removesuffix("。") + "，说的是桥头茶社"
    left = run(stage(), batch)

    assert all(texts[0].endswith("说的是桥头茶社") for _, texts in left.values())


def test_a_sentence_of_a_widget_between_paragraphs_goes_where_most_pages_have_it():
    widget = "朗读功能只能在新版浏览器里使用。"
    batch = [article(number) for number in range(8)]
    for one in batch:
        one.paragraphs[3:3] = [widget]
        one.paragraphs[5:5] = [widget]
        one.kinds = ["text"] * len(one.paragraphs)

    assert run(stage(), batch) == {f"{number:04d}": clean(number) for number in range(8)}


def test_a_title_that_is_the_site_s_on_every_page_is_left_for_others_to_replace():
    batch = [article(number) for number in range(6)]
    for one in batch:
        one.title = "绯鹭棋社-绯鹭影楼-绯鹭票行"

    assert {title for title, _ in run(stage(), batch).values()} == {"绯鹭棋社-绯鹭影楼-绯鹭票行"}


def test_an_outro_that_thanks_for_the_visit_goes_with_its_slots():
    batch = [article(number) for number in range(8)]
    for one, keyword in zip(batch, ("绯鹭棋社", "霁月票行", "骊驹网栈", "珙桐钱庄"), strict=False):
        one.paragraphs = [
            *one.paragraphs[:-1],
            f"好了，以上就是{keyword}的全部分享，谢谢阅读，不懂的可以留言给值班的人。",
            *FOOTER,
        ]
        one.kinds = ["text"] * len(one.paragraphs)

    assert run(stage(), batch) == {f"{number:04d}": clean(number) for number in range(8)}
