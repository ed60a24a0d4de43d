"""What is learned over a site's pages, and what pages of one kind share without being injected."""

import random
from dataclasses import replace

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import ALONE, Habits, Page, learn
from pipelines.text.injection.adverts.framed import find_site_framed
from pipelines.text.injection.affixes.labels import find_labels
from pipelines.text.injection.affixes.leads import find_leads
from pipelines.text.injection.affixes.rotations import find_site_rotations
from pipelines.text.injection.noise.junk import find_junk
from pipelines.text.injection.pages.collage import find_collage
from pipelines.text.injection.pages.stand_ins import find_stand_ins
from tests.text.injection.sites import as_written, cleaned, on_site

ARTICLES = [one for one in originals().values() if one.language == "zh-Hans"]
ENGLISH = [one for one in originals().values() if one.language == "en"]


def pages_of(change, title=lambda title: title, articles=ARTICLES):
    return [
        Page(title(one.title), tuple(change(text, number) for number, text in enumerate(one.paragraphs)))
        for one in articles
    ]


def inside_words(text, number, word="橙汁王"):
    chance = random.Random(text)
    places = [at for at in range(1, len(text)) if all("\u4e00" <= char <= "\u9fff" for char in text[at - 1 : at + 1])]
    for at in sorted(chance.sample(places, 2), reverse=True):
        text = text[:at] + word + text[at:]
    return text


def test_clean_pages_teach_nothing_that_is_in_their_text():
    assert on_site(pages_of(lambda text, _: text)) == as_written(ARTICLES)
    assert on_site(pages_of(lambda text, _: text, articles=ENGLISH)) == as_written(ENGLISH)


@pytest.mark.parametrize("word", ["橙汁王", "医院营地", "地铁心得", "木瓜营地"])
def test_a_keyword_inside_words_shows_over_the_pages(word):
    assert on_site(pages_of(lambda text, number: inside_words(text, number, word))) == as_written(ARTICLES)


def test_tokens_between_commas_show_over_the_pages():
    words = ("橙汁王", "橙汁园", "橙汁城")

    def between(text, number):
        return text.replace("，", f"，{words[number % 3]}，", 1)

    assert on_site(pages_of(between)) == as_written(ARTICLES)


def test_tokens_between_commas_show_though_their_stem_stands_elsewhere_too():
    words = ("橙汁王", "橙汁园", "橙汁城")

    def between(text, number):
        tokens = "".join(f"，{word}" for word in words)
        return "5k-h橙汁试玩！" + text.replace("，", f"{tokens}，", 1)

    assert all("，橙汁" not in text for _, paragraphs in on_site(pages_of(between)) for text in paragraphs)


def test_a_connective_in_front_of_most_articles_goes():
    words = ("其实", "总的来说", "事实上", "另外")
    pages = pages_of(lambda text, number: text if number else f"{words[len(text) % 4]},{text}")

    assert on_site(pages) == as_written(ARTICLES)


@pytest.mark.parametrize("lead", ["前些年来，{}", "今天,{}", "前些年来,{}"])
def test_a_manner_of_beginning_that_writers_have_stays(lead):
    pages = pages_of(lambda text, number: text if number else lead.format(text))

    assert [paragraphs[0] for _, paragraphs in on_site(pages)] == [page.paragraphs[0] for page in pages]


def test_one_article_that_begins_with_a_connective_keeps_it():
    page = Page("题", ("其实，" + ARTICLES[0].paragraphs[0], *ARTICLES[0].paragraphs[1:]))

    assert find_leads(page) == []
    assert not learn([page, *pages_of(lambda text, _: text)[1:]]).leads


def test_the_ending_of_the_titles_and_the_keyword_before_it_go():
    tails = iter(f"橙汁{number}下载" for number in range(100))
    pages = pages_of(lambda text, _: text, title=lambda title: f"{title}_{next(tails)}_橙汁之家")

    assert on_site(pages) == as_written(ARTICLES)


def test_phrases_that_break_sentences_show_over_the_pages():
    def drop_in(text, number):
        return text.replace(" the ", " the cheap velvet tickets ", 1) if number % 2 else text

    assert on_site(pages_of(drop_in, articles=ENGLISH)) == as_written(ENGLISH)


def test_labels_show_over_the_pages():
    words = ("热点", "加盟", "优惠", "官网")

    def label(text, number):
        if number != 1:
            return text
        one, two, three = random.Random(text).sample(words, 3)
        return f"{one}、{two}、{three}：{text}"

    pages = pages_of(label)
    habits = learn(pages)

    assert habits.words >= set(words)
    assert all(find_labels(Page(page.title, page.paragraphs, site=habits)) for page in pages)


def test_paragraphs_of_another_article_at_the_end_are_doubted():
    pages = pages_of(lambda text, _: text)
    pasted = Page(pages[0].title, (*pages[0].paragraphs, *pages[1].paragraphs[:2]))
    habits = learn([pasted, *pages[1:]])
    doubted = [
        [find.paragraph for find in find_collage(Page(page.title, page.paragraphs, site=habits))]
        for page in (pasted, *pages[1:])
    ]

    assert doubted == [[len(pages[0].paragraphs)], *[[] for _ in pages[1:]]]


def test_a_last_paragraph_that_a_stitched_page_took_is_not_doubted():
    pages = pages_of(lambda text, _: text)
    taken = Page("", (pages[1].paragraphs[0], *(page.paragraphs[-1] for page in pages[:4]), pages[5].paragraphs[0]))
    habits = learn([*pages, taken])

    assert not [page for page in pages if find_collage(Page(page.title, page.paragraphs, site=habits))]


def test_a_copy_of_an_article_on_the_same_site_is_no_collage():
    pages = pages_of(lambda text, _: text)

    assert not learn([*pages, Page(pages[0].title, pages[0].paragraphs[1:])]).shared


def test_two_pages_teach_nothing():
    assert learn(pages_of(inside_words)[:2]) == ALONE


def test_habits_survive_being_kept():
    habits = learn(pages_of(inside_words))

    assert Habits.of(habits.entries(), habits.pages) == replace(habits, shared=frozenset())
    assert Habits.of({("a kind of another version", "x")}, 0) == ALONE


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_pages_has_no_influence(seed):
    pages = pages_of(inside_words)
    shuffled = random.Random(seed).sample(pages, len(pages))

    assert learn(shuffled) == learn(pages)


def with_lines(*lines):
    """Put lines below the articles; each takes the number of the article and its tail."""
    pages = pages_of(lambda text, _: text)
    return [
        Page(page.title, (*page.paragraphs, *(line(number) for line in lines))) for number, page in enumerate(pages)
    ]


def test_ranks_and_headlines_of_any_wording_below_the_articles_go():
    headlines = ("谁料鹦鹉竟会算账 全场安静", "鹦鹉饲养指南 老手吐露窍门")
    pages = with_lines(
        lambda number: f"HOT{number + 1} 鹦鹉特区 {headlines[number % 2]}", lambda number: headlines[(number + 1) % 2]
    )

    assert on_site(pages) == as_written(ARTICLES)


def test_lines_that_vary_freely_are_no_habit():
    lines = ("磨坊的门", "集市散场以后", "孩子们在等船")
    pages = with_lines(lambda number: f"{lines[number % 3]}{'甲乙丙丁戊己庚辛壬癸'[number % 10]}")

    assert not learn(pages).edges


@pytest.mark.parametrize("frame", ["{0}｜今晚热搜：{1}", "{0}【延展：{1}】", "{0}…看点：{1}", "{0} >> 看点：{1}"])
def test_a_label_before_something_foreign_at_the_end_goes_whatever_joins_it(frame):
    tails = iter(f"鹦鹉{number}特区" for number in range(100))

    def hang(text, number):
        return frame.format(text, next(tails)) if number == 1 else text

    assert on_site(pages_of(hang)) == as_written(ARTICLES)


def test_a_suffix_without_a_colon_shows_over_the_pages():
    tokens = iter(("橙汁试玩", "5k橙汁频道", "橙汁会员", "新版橙汁", "橙汁社区", "橙汁88") * 9)

    def ends(text, number):
        return f"{text} ——精选 {next(tokens)}" if number == 1 else text

    assert on_site(pages_of(ends)) == as_written(ARTICLES)


def test_a_suffix_whose_label_stands_in_brackets_shows_over_the_pages():
    tokens = iter(("橙汁试玩", "5k橙汁频道", "橙汁会员", "新版橙汁", "橙汁社区", "橙汁88") * 9)

    def ends(text, number):
        return f"{text} 【荐读】{next(tokens)}" if number == 1 else text

    assert on_site(pages_of(ends)) == as_written(ARTICLES)


def test_who_edited_an_article_is_left_to_the_bylines():
    def sign(text, number):
        return f"{text}（编辑：王海军）" if number == 1 else text

    pages = pages_of(sign)

    assert not learn(pages).suffixes
    assert on_site(pages) == as_written(pages)


def test_any_words_that_recur_in_front_of_most_articles_go():
    words = ("平心而论", "坊间盛传", "有目共睹")
    numbers = iter(range(100))
    pages = pages_of(lambda text, number: text if number else f"{words[next(numbers) % 3]},{text}")

    assert on_site(pages) == as_written(ARTICLES)


def test_reports_that_begin_with_a_time_keep_it():
    words = ("近日", "今天上午", "日前")
    numbers = iter(range(100))
    pages = pages_of(lambda text, number: text if number else f"{words[next(numbers) % 3]}，{text}")

    assert on_site(pages) == as_written(pages)


@pytest.mark.parametrize(
    "phrase", ["velvet tickets for sale", "top velvet tickets", "velvet tickets", "velvet tickets near you"]
)
def test_a_phrase_goes_with_its_small_words(phrase):
    def drop_in(text, number):
        return text.replace(" the ", f" the {phrase} ", 1) if number % 2 else text

    assert on_site(pages_of(drop_in, articles=ENGLISH)) == as_written(ENGLISH)


def test_two_phrases_of_a_site_may_share_a_word():
    phrases = ("velvet tickets", "velvet phones online")
    numbers = iter(range(1000))

    def drop_in(text, number):
        return text.replace(". ", f". {phrases[next(numbers) % 2]} ", 1)

    assert on_site(pages_of(drop_in, articles=ENGLISH)) == as_written(ENGLISH)


def test_an_advert_that_names_something_else_on_each_page_goes():
    goods = iter(("velvet tickets", "amber slots", "teak loans", "copper pills") * 9)
    pages = [
        Page(
            page.title,
            (
                *page.paragraphs,
                f"Anyone who ever longed for {next(goods)} can have your pick of them at a price that nobody would think possible.",
            ),
        )
        for page in pages_of(lambda text, _: text, articles=ENGLISH)
    ]

    assert on_site(pages) == as_written(ENGLISH)


def test_an_advert_in_the_imperative_shows_over_the_pages():
    goods = iter(("velvet tickets", "amber slots", "teak loans", "copper pills") * 9)
    frame = (
        "Good news for anyone who longs for {}: the shelves are full. Visit the shop and compare what is on them today."
    )
    pages = [
        Page(page.title, (*page.paragraphs, frame.format(next(goods))))
        for page in pages_of(lambda text, _: text, articles=ENGLISH)
    ]

    assert on_site(pages) == as_written(ENGLISH)


GOODS = (
    "velvet tickets",
    "top amber slots",
    "teak cabinets download",
    "copper lozenges",
    "amber wardrobes",
    "get velvet hats",
)
"""What adverts put into their slot."""


def with_paragraph(frame, slots, articles=ENGLISH, at=None):
    """Put a frame with another phrase in it on each page."""
    pages = []
    for number, one in enumerate(articles):
        texts = list(one.paragraphs)
        texts.insert(len(texts) if at is None else at, frame.format(slots[number % len(slots)]))
        pages.append(Page(one.title, tuple(texts)))
    return pages


@pytest.mark.parametrize("at", [1, None])
@pytest.mark.parametrize(
    "frame",
    [
        "Dreaming of a quiet weekend? Match it with {} from our sister shop, where every parcel over twenty crowns ships free.",
        "We have been sending people {} since 1987. Ring our cheerful clerks or write to them online around the clock.",
        "If {} would suit the kitchen, now is the moment. Shelves empty quickly, so write to us before they do.",
        "Newcomers wonder how {} works. Watch the clip on our channel, then log in and try it without spending a coin.",
        "Nothing beats {} at half the price. Delivery is free, returns are easy and the shelves are full until the end of the month.",
        "Would a voucher help? Type the word MEADOW at the checkout and the whole basket costs less, as does {}.",
    ],
)
def test_a_frame_around_another_phrase_on_each_page_goes(frame, at):
    assert on_site(with_paragraph(frame, GOODS, at=at)) == as_written(ENGLISH)


def test_a_chinese_frame_around_another_phrase_on_each_page_goes():
    frame = "想给家里添一点新意吗？不妨看看我们店里的{}，今天下单还能享受满两百减五十的优惠，包邮到家。"

    assert on_site(with_paragraph(frame, ("翡翠吊坠", "羊绒披肩", "檀木梳子", "鎏金香炉"), ARTICLES)) == as_written(
        ARTICLES
    )


@pytest.mark.parametrize(
    ("frame", "slots"),
    [
        (
            "If you plan to go out in the evening, keep in mind that it stays at {} until the ferry leaves.",
            ["7 degrees", "9 degrees", "12 degrees"],
        ),
        (
            "You can follow the rest of the day on our pages, where the reporters stay with {} until late.",
            ["Tollgate", "Marsh Lane", "Elm Row"],
        ),
        ("Our reporters asked you what you thought, and the miller said that {} would be the better answer.", GOODS),
    ],
)
def test_a_frame_around_figures_and_names_or_of_somebody_stays(frame, slots):
    pages = with_paragraph(frame, slots)

    assert on_site(pages) == as_written(pages)


def test_a_frame_around_what_the_article_is_about_is_not_learned():
    frame = "You can read more on our pages about {}, and you may write to us if you know something that we do not."
    pages = [
        Page(one.title, (*one.paragraphs, frame.format(" ".join(max(one.paragraphs, key=len).split()[3:7]))))
        for one in ENGLISH
    ]

    assert not find_site_framed(pages)


def test_a_reception_that_is_told_of_every_guest_is_no_call_to_the_reader():
    told = "当晚，石桥镇镇长在老磨坊的大厅为{}举行欢迎晚宴，水磨合作社的乡亲和镇上的乐队一同参加了上述活动。"
    guests = ("来访的船匠代表", "邻县的茶农代表", "上游的修渠师傅")
    pages = [
        Page(one.title, (*one.paragraphs, told.format(guest))) for one, guest in zip(ARTICLES, guests, strict=False)
    ] + [Page(one.title, one.paragraphs) for one in ARTICLES[len(guests) :]]

    assert not find_site_framed(pages)


def test_keywords_of_one_stem_that_take_turns_over_a_site_go_though_a_page_has_each_once():
    tails = ("体育", "官网", "手机版", "网页版", "登录", "直播")
    pages = [
        Page(
            one.title,
            tuple(
                f"橙海{tails[(number + at) % len(tails)]}_{text}" if at % 3 else text
                for at, text in enumerate(one.paragraphs)
            ),
        )
        for number, one in enumerate(ARTICLES)
    ]

    assert on_site(pages) == as_written(ARTICLES)


def with_last_words(words):
    return [
        Page(one.title, (*one.paragraphs[:-1], one.paragraphs[-1] + words[number % len(words)]))
        for number, one in enumerate(ARTICLES)
    ]


def test_keywords_of_one_stem_go_behind_the_last_full_stop():
    assert on_site(with_last_words(("橙海体育", "橙海官网", "橙海手机版"))) == as_written(ARTICLES)


@pytest.mark.parametrize(
    "words",
    [("本报记者王远", "本报记者李和", "本报记者赵平"), ("编辑王远山", "编辑李和平", "编辑赵平川"), ("文字整理王远山",)],
)
def test_who_signs_behind_the_last_full_stop_is_no_keyword(words):
    assert not find_site_rotations(with_last_words(words))


@pytest.mark.parametrize("mark", ["？", "："])
def test_questions_and_labels_that_come_back_over_a_site_stay(mark):
    heads = ("你知道吗", "你知道在哪里吗", "你知道为什么吗")
    pages = [
        Page(
            one.title,
            tuple(f"{heads[(number + at) % len(heads)]}{mark}{text}" for at, text in enumerate(one.paragraphs)),
        )
        for number, one in enumerate(ARTICLES)
    ]

    assert not find_site_rotations(pages)


@pytest.mark.parametrize(
    "advice",
    [
        "If you are heading out in the morning, take {} along, because the forecast leaves room for a surprise.",
        "The outlook for the rest of the week is {} across the whole of the valley, with little change in the wind.",
    ],
)
def test_the_frame_of_daily_reports_stays(advice):
    skies = ("an umbrella", "sunglasses", "a woollen scarf", "rubber boots", "a flask of tea", "thick gloves")
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
    pages = [
        Page(
            f"Valley weather for {day}",
            (
                f"The valley wakes to {8 + number} degrees on {day}, with a light breeze from the south along the river.",
                f"Temperatures reach {14 + number} degrees in the afternoon, while the hills stay in cloud until evening.",
                advice.format(sky),
                f"The river stands at {120 + 3 * number} centimetres at the bridge, and the ferry runs to its summer timetable.",
                f"Sunset comes at {6 + number % 2}.{10 + number}, and the night stays dry with mist in the lower meadows.",
            ),
        )
        for number, (day, sky) in enumerate(zip(days, skies, strict=True))
    ]
    pages += [Page(one.title, one.paragraphs) for one in ENGLISH]

    assert on_site(pages) == as_written(pages)


def test_the_frame_of_match_reports_stays():
    rows = (
        ("Ashby", "Corley", "a late header", "Rain fell for most of the first half and the pitch cut up badly near the goals."),
        ("Denby", "Fenwick", "two penalties", "A crowd of pensioners and schoolchildren sang from the opening whistle."),
        ("Garth", "Holme", "sheer patience", "The visitors arrived late because their coach broke down on the moor road."),
        ("Inskip", "Kirby", "an own goal", "Both captains asked for the floodlights before the interval came round."),
    )  # fmt: skip
    pages = [
        Page(
            f"{home} beat {away}",
            (
                f"{home} beat {away} on Saturday and moved up the table after a contest that swung from end to end.",
                colour,
                f"Supporters will remember the afternoon for {how}, and you could hear the cheering from the other side of town.",
                f"The coach of {home} praised the defence and promised changes for the cup tie that follows in midweek.",
            ),
        )
        for home, away, how, colour in rows
    ]

    assert on_site(pages) == as_written(pages)


def test_a_sentence_on_many_pages_drops_no_phrase_into_itself():
    pages = [
        Page(
            page.title, (*page.paragraphs, "The shadow gardener said the brass beetles The Hague had bought were his.")
        )
        for page in pages_of(lambda text, _: text, articles=ENGLISH)
    ]

    assert not learn(pages).phrases


def test_one_name_for_every_institution_is_doubted_on_all_pages():
    def rename(text, number):
        half = len(text) // 2
        return f"{text[:half]}鹦鹉特区{text[half:]}" if number in {1, 2} else text

    pages = pages_of(rename)
    habits = replace(ALONE, stand_ins=frozenset({"鹦鹉特区"}))

    assert learn(pages).inserts or learn(pages).stand_ins
    assert all(find_stand_ins(Page(page.title, page.paragraphs, site=habits)) for page in pages)


def test_a_name_that_begins_sentences_in_the_place_of_others_is_doubted():
    pages = pages_of(lambda text, number: "鹦鹉特区" + text[2 + number :] if number in {1, 2} else text)

    assert learn(pages).stand_ins == {"鹦鹉特区"}


def test_titles_that_say_a_column_s_name_alone_prove_no_name_to_be_foreign():
    pages = pages_of(
        lambda text, number: "鹦鹉特区" + text[2 + number :] if number in {1, 2} else text,
        title=lambda _: "早间要闻",
    )

    assert not learn(pages).stand_ins


@pytest.mark.parametrize("head", ["（鹦鹉新闻）", "鹦鹉新闻石桥3月5日电 ", "鹦鹉新闻讯（记者甲乙）"])
def test_what_signs_every_article_stands_for_no_institution(head):
    pages = pages_of(lambda text, number: head + text if number < 2 else text)

    assert not learn(pages).stand_ins


def test_what_most_articles_and_a_title_speak_of_is_their_subject():
    def add(text, number):
        return text.replace("，", "，在石桥旧镇看来，", 1) if number < 3 else text

    pages = pages_of(add, title=lambda title: title + "：石桥旧镇")

    assert not learn(pages).stand_ins


def test_random_characters_show_over_the_pages():
    chance = random.Random(4)
    plain = iter(("vFas 3BsQqE69A", "kphv2KkAD~*", "D3#hncvck", "wtKg^%x3b橙汁家园", ")4u%_)?5S") * 20)

    def with_junk(text, number):
        if number == 0:
            return text + "".join(chance.choices("abKM29#$%_&!;@", k=24)) + "9Kx#"
        return text + next(plain) if number == 1 else text

    assert on_site(pages_of(with_junk)) == as_written(ARTICLES)


def test_english_words_behind_a_sentence_on_a_site_of_random_characters_stay():
    site = Habits(junk=frozenset({"junk"}))
    texts = (ARTICLES[0].paragraphs[0] + "China Daily 2024", ARTICLES[0].paragraphs[1] + "(GPT-4)", "iPhone 15 Pro")

    assert find_junk(Page("", texts, (), (), frozenset(), site)) == []


def test_a_field_of_one_stem_goes_from_titles_though_the_texts_have_the_stem_too():
    kinds = iter(("橙汁试玩", "5k橙汁频道", "橙汁会员", "新版橙汁礼包", "橙汁88社区") * 4)
    pages = pages_of(lambda text, _: f"{text}橙汁会员频道", title=lambda title: f"{title}_{next(kinds)}_橙汁王")

    assert [title for title, _ in on_site(pages)] == [one.title for one in ARTICLES]
    habits = learn(pages)
    titles = [f"{one.title}_橙汁社区" for one in ARTICLES]  # the ending is gone already
    assert [cleaned(Page(title, ("橙汁好。",)), habits)[0] for title in titles] == [one.title for one in ARTICLES]


def test_phrases_of_small_words_go_from_titles_and_sections_of_capitals_stay():
    goods = iter(("garden phone of the year", "doctor phone online", "where to buy a carpet") * 9)
    pages = pages_of(lambda text, _: text, title=lambda title: f"{title} | {next(goods)} | Copperbet", articles=ENGLISH)
    habits = learn(pages)
    now = [Page(f"{one.title} | {one.title.split()[1].lower()} of the year", one.paragraphs) for one in ENGLISH]

    assert [title for title, _ in on_site(pages)] == [one.title for one in ENGLISH]
    assert [cleaned(page, habits)[0] for page in now] == [one.title for one in ENGLISH]
    kept = Page(f"{ENGLISH[0].title} | Health News", (*ENGLISH[0].paragraphs, "Health news is rare."))
    assert cleaned(kept, habits)[0] == kept.title


def with_last(sentence):
    names = iter(("teak loans", "amber slots", "copper pills", "velvet hats", "moss rugs", "tin cups") * 4)
    return [
        replace(page, paragraphs=(*page.paragraphs, sentence(next(names))))
        for page in pages_of(lambda text, _: text, articles=ENGLISH)
    ]


def test_a_sentence_of_many_pages_behind_another_opening_goes_with_its_paragraph():
    pages = with_last(
        lambda name: f"Why wait for your {name} until March? Our deals end on Sunday, and members save twice as much."
    )

    assert on_site(pages) == as_written(ENGLISH)


def test_a_paragraph_of_background_on_a_few_pages_stays():
    text = "The council met on Monday in the old hall. Its members will vote on the Harbour Plan again in the spring."
    pages = [
        replace(page, paragraphs=(*page.paragraphs, text)) if at < 2 else page
        for at, page in enumerate(pages_of(lambda text, _: text, articles=ENGLISH))
    ]

    assert [paragraphs[-1] for _, paragraphs in on_site(pages)][:2] == [text, text]
