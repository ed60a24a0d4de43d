"""Forms and notices of a site amid an article, and the articles that are about such things."""

import pytest

from pipelines.text.template import Rules, Template, find_template
from tests.growth import assert_linear

STORY = (
    "The night ferry left the east bank at ten on Friday for the first time in forty years.",
    "Sixty people were on board, most of them with something to say about the price of the ticket.",
    "It will run until the end of October, and then the crew will go back to mending nets.",
)
CHINESE = (
    "停了四十年的夜间渡轮上周五晚上十点从东岸开出，船上坐着六十个人，多半在议论票价。",
    "船长说，这条线要开到十月底，之后船员们就回去补网，等到明年春天再出来。",
    "渡口的老人带来了一盏马灯，挂在船头，据说和四十年前的那一盏是同一家铺子做的。",
)


def kept(lines, title="Night ferry returns"):
    found = find_template(title, lines, ["text"] * len(lines), Template(), rules=Rules())
    gone = {index for index, _ in found.drops}
    return tuple(text for index, text in enumerate(lines) if index not in gone)


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to make your visit better. By continuing to browse you agree to that.",
        "This website stores cookies on your computer.",
        "You have 2 free articles left this month.",
        "Already a subscriber? Log in",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Your email address will not be published. Required fields are marked *",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Enjoyed this article? Share it with your friends and leave a comment.",
        "Ann Bee writes about boats and lives in one. View all posts by Ann Bee",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_line_of_the_sites_forms_goes_wherever_it_stands(line, place):
    assert kept([*STORY[:place], line, *STORY[place:]]) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "觉得不错，点个在看再走吧！",
        "点击上方蓝字关注我们，回复“渡轮”领取资料",
        "如果您觉得本文对您有帮助，欢迎分享给您的朋友。",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_line_that_asks_its_readers_to_press_something_goes(line, place):
    assert kept([*CHINESE[:place], line, *CHINESE[place:]], "夜间渡轮重新开航") == CHINESE


@pytest.mark.parametrize(
    "line",
    [
        "The banner said: “We use cookies to make your visit better.” Nobody knew why.",
        "We use cookies in the galley, said the cook, because bread goes mouldy at sea.",
        "Save my name for the end of the list, the old man told the purser.",
        "You have two stories to choose from on that night: the captain's and the cook's.",
    ],
)
def test_what_an_article_says_of_such_things_stays(line):
    lines = (*STORY[:2], line, f"Cookies were all he had, he said, and stories. {STORY[2]}")

    assert kept(lines) == lines


@pytest.mark.parametrize(
    "line",
    ["记得在船上分享你的故事，老人对孩子们说。", "看完海图，船长收藏了那张旧照片。", "想看日出的人，五点就要上船。"],
)
def test_a_sentence_about_what_people_do_stays(line):
    lines = (*CHINESE[:2], line, CHINESE[2])

    assert kept(lines, "夜间渡轮重新开航") == lines


def test_forms_are_looked_for_in_time_that_grows_with_the_text():
    assert_linear(kept, lambda size: ["觉得点个" * 20, "we use cookies by continuing " * 6] * size, 300)
