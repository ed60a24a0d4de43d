"""Reports of nobody's article that a site deals out behind its articles."""

from dataclasses import replace

import pytest

from crawler.demo.articles import originals
from pipelines.text.injection import Habits
from pipelines.text.injection.learning import learn
from pipelines.text.injection.pages.foreign_tails import find_foreign_tail, find_site_foreign
from tests.growth import assert_linear

OWN = (
    "磨刀人推着车进了巷子，先摇三下铁板，再坐到井台上喝水。|他的砂轮是祖父传下来的，中间磨出一道槽，槽里养着一层黑亮的水。|剪子三块，菜刀五块，谁家的镰刀不要钱，他说镰刀磨快了一村人吃饭。|天黑以前他走了，井台上留下一圈铁锈，像一枚印章。",
    "邮差改走水路以后，信封都带着河腥味。|他把信装进蜡布袋，吊在船篷底下，遇到急滩就先把袋子抱在怀里。|对岸的寡妇每月等一封信，等了两年，他渐渐认得那笔迹，却不知道写了什么。|入冬那封信没有来，他在渡口站了半天，把船篷翻过来晒。",
    "盐田的女工清早四点下水，赶在日头前把卤水放匀。|她们穿木屐，走在田埂上咯咯地响，远处的人凭声音知道谁家先开工。|今年盐价低，工头说要少开两口池，女工们没有答应，凑钱买了一台旧水泵。|第一担盐挑上来，颜色有一点灰，她们说好看，像下雪以前的天。",
    "修琴的人不会弹琴，他只听木头。|一把摔裂的大提琴送来，他敲了一个下午，说裂缝在背板第三道年轮上。|胶要用鱼鳔熬，熬过头就脆，他守着炉子，隔一会儿往窗外看一眼雪。|取琴那天主人拉了一段，他点点头，问那是什么曲子。",
    "灯塔换成自动的以后，守塔人搬到了镇上。|他每晚九点仍旧醒来，披衣走到海堤，数那束光转了几圈。|有一次光停了，他比海事局早到半个小时，手里提着一桶旧机油。|新来的工程师请他喝茶，他说茶不急，先看看轴。",
    "养蚕的人家这个月不许高声说话。|老奶奶把桑叶擦干，一片一片铺上去，说蚕听得见脚步，听见了就不上山。|小孙子学会了用手比画，要糖的时候指指腮帮子，要玩的时候把两手举过头顶。|结茧那夜屋里沙沙地响，全家人坐在黑暗里，谁也没有点灯。",
)
POOL = (
    "一艘运送水泥的货轮昨晚在外海与渔船相撞，渔船受损进水，船上七人获救，航道今晨恢复通行。",
    "有研究称每天午睡二十分钟的成年人记忆力较好，不过研究者承认样本偏小，结论仍需验证。",
    "当红组合宣布延后巡回演出，首场改在明年春天举行，已售出的门票继续有效，退票办法随后公布。",
    "受冷空气影响，北部高速公路出现大面积结冰，十二个收费站临时关闭，交警劝返了上千辆货车。",
)
DEALT = ((0, 1), (2,), (3, 0), (1, 2), (), (3,))


@pytest.fixture
def site(page):
    """Make the pages of a site from its articles and what stands behind each."""

    def make(behind, titles=None):
        articles = [tuple(text.split("|")) for text in OWN]
        titles = titles or [texts[0][:8] for texts in articles]
        return [page([*texts, *more], title=title) for texts, more, title in zip(articles, behind, titles, strict=True)]

    return make


def dealt():
    """Give what a pool deals out behind six articles."""
    return [tuple(POOL[at] for at in numbers) for numbers in DEALT]


def test_reports_that_a_site_deals_out_behind_its_articles_go(site, cleaned):
    pages = site(dealt())
    habits = learn(pages)
    left = [cleaned(find_foreign_tail, replace(one, site=habits))[1] for one in pages]
    assert left == [tuple(text.split("|")) for text in OWN]


def test_they_go_from_later_pages_of_the_site(page, story, site, cleaned):
    habits = learn(site(dealt()))
    known = Habits.of(habits.entries(), habits.pages)
    assert cleaned(find_foreign_tail, page([*story, POOL[2]], site=known))[1] == story


def test_one_amid_an_article_stays(page, story, site):
    habits = learn(site(dealt()))
    assert not find_foreign_tail(page([story[0], POOL[2], *story[1:]], site=habits))


def test_notes_that_always_go_together_stay(site):
    assert not find_site_foreign(site([POOL[:3], (), POOL[:3], POOL[:3], (), POOL[:3]]))


def test_a_single_paragraph_that_comes_again_stays(site):
    assert not find_site_foreign(site([POOL[:1], (), POOL[:1], POOL[:1], (), ()]))


def test_what_speaks_to_the_reader_or_of_the_paper_stays(site):
    notes = (
        "街角的故事没有讲完，下一个星期六早晨，还在老地方等你，带上一把伞和一点耐心就够了，别的都不用。",
        "本报的读者信箱设在编辑部门口的槐树下，每天傍晚有人来取，来信一经采用，会寄去一份当天的样报。",
        "老照片征集活动进行到年底，选中的照片将在文化馆展出，原件展后退还，展览图录会送到您的手里留念。",
        "周末市集在旧车站的月台上，卖的是邻居们自己做的东西，我们在第二个检票口留了一张长桌给孩子画画。",
    )
    assert not find_site_foreign(site([tuple(notes[at] for at in numbers) for numbers in DEALT]))


def test_a_pool_of_which_no_page_has_two_stays(site):
    assert not find_site_foreign(site([tuple(POOL[at] for at in numbers[:1]) for numbers in DEALT]))


def test_a_paragraph_that_an_article_of_the_site_knows_stays(site):
    last = "雪停那天，修琴的人把大提琴的背板合上，鱼鳔胶在裂缝里干成一条透明的线，炉子还没有熄。"
    behind = [*dealt()[:3], (last,), (last,), (POOL[3], last)]
    assert not [text for text in find_site_foreign(site(behind)) if last.startswith(text[:3])]


def test_a_hostile_site_takes_linear_time(page):
    def site(size):
        texts = [f"{text}{at}" for at in range(size) for text in POOL]
        return [page([*texts[:at], *texts], title=f"{at}号") for at in range(6)]

    assert_linear(find_site_foreign, site, 1_250)


def test_the_closing_words_of_a_column_stay(site):
    titles = [f"窗下笔记：{text[:4]}" for text in OWN]
    assert not find_site_foreign(site(dealt(), titles))


def many(page):
    """Make the pages of a larger site, every third of which has one report behind its article."""
    articles = [tuple(text.split("|")) for text in OWN]
    articles += [one.paragraphs for one in originals().values() if one.language == "zh-Hans"]
    return [
        page([*texts, *(POOL[:1] if number % 3 == 0 else ())], title=texts[0][:8])
        for number, texts in enumerate(articles)
    ]


def test_one_report_that_ends_many_articles_goes_whatever_else_the_site_has(page, cleaned):
    pages = many(page)
    habits = learn(pages)
    assert all(POOL[0] not in cleaned(find_foreign_tail, replace(one, site=habits))[1] for one in pages)


def test_it_stays_in_the_article_from_which_it_was_taken(page):
    habits = learn(many(page))
    own = (
        "一艘运送水泥的货轮昨晚在外海撞上一条渔船，渔船受损进水。",
        "渔船上七人获救，他们说货轮的灯很亮，却没有鸣笛。",
        "海事局今晨恢复了航道的通行，运送水泥的货轮停在外海等候检查。",
        POOL[0],
    )
    assert find_foreign_tail(page(own, title="货轮与渔船相撞", site=habits)) == []
