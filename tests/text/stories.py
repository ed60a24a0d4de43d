"""Invented news for tests: words nobody ever wrote, so that any two stories differ and one can be copied and spoilt."""

import random

LETTERS = (
    "石桥柳河云村青川港白沙渡南坡松岭长风岛木匠磨坊主渔民学徒邮差教师护林员糖果商船工织布养蜂钟表修好造出运来展示赠送寻回"
    "拆下检查登记刷新水车铜钟风筝豆腐渡船石磨果园灯塔鱼塘粮仓书屋茶亭蜂箱过冬雨季约定孩子邻里帮助公款计划完工结实围观鼓掌账目"
    "祠堂门口傍晚试过事情写进志老人摸走开春天秋收麦田稻谷黄牛山羊柴火炉灶铁锅竹篮草鞋斗笠油灯窗纸对联锣鼓戏台庙会集市码头"
)


def sentence(dice):
    """Give one sentence of about thirty characters, a number in every third."""
    parts = ["".join(dice.choices(LETTERS, k=dice.randint(6, 14))) for _ in range(3)]
    if dice.random() < 1 / 3:
        parts[1] += f"{dice.randint(2, 998)}"
    return "，".join(parts) + "。"


def paragraphs(seed, count=24):
    """Give a story's paragraphs of four sentences each; the seed decides everything."""
    dice = random.Random(seed)
    return ["".join(sentence(dice) for _ in range(4)) for _ in range(count // 4)]


def story(seed, count=24):
    """Give a story as one text of so many sentences."""
    return "\n".join(paragraphs(seed, count)) if count >= 4 else sentence(random.Random(seed))


def spun(text, seed, share=0.1):
    """Replace a share of the characters by others, in twos, as a spinner replaces words."""
    dice = random.Random(seed)
    letters = list(text)
    for _ in range(int(len(letters) * share / 2)):
        at = dice.randrange(len(letters) - 1)
        if not any(letter in "，。\n0123456789" for letter in letters[at : at + 2]):
            letters[at : at + 2] = dice.choice(("旧雨", "新词", "远近", "好歹", "东西", "里外", "前后"))
    return "".join(letters)
