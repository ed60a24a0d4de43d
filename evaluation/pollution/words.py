"""Invented keywords, brands, names and furniture words; nothing here was copied from a real spam page."""

from random import Random

ROOTS = (
    *("蓝莓", "青柠", "柚子", "山竹", "石榴", "木瓜", "海棠", "银杏", "云雀", "白鹭", "琥珀", "翡翠", "星云", "极光"),
    *("铁塔", "风车", "竹筏", "雪松", "沙鸥", "玄武", "朱砂", "墨玉", "金橘", "紫藤", "鹿角", "鲸落"),
)
ORDINARY = ("天气", "学习", "手机", "经济", "足球", "健康", "旅游", "汽车", "音乐", "教育")
"""Ordinary words that serve as keywords as well: a rule that knows words cannot tell them from text."""
TAILS = (
    *("体育", "平台", "官网", "登录", "下载", "视频", "在线", "直播", "娱乐", "二区", "高清", "观看", "注册", "手机版"),
    *("网址", "入口", "app", "国际", "导航", "影院", "短剧", "精选", "福利", "论坛"),
)
SIBLINGS = ("王", "记", "网", "吧", "城", "汇", "通", "宝", "谷", "侠", "客", "派", "园", "坊", "家", "社")
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
GIVEN = "海臣俊萍省卫国强凤娟建芳亮振龙麒懿成才祝林学军雪梅文艳仕富伟静磊洋艳勇杰娜秀英霞平刚桂兰晨曦子轩雨桐若溪"
EMOJI = "🧭🫑🟠🎈🪁🧿🍓🛟🪩🫧🪷🧋🛼🪀🥭🧊🪵🦔🪺🫐"
RARE = "🄰🅱🆎🈂🈳🙐🙒🜁🜔🝰🅾🈁"
"""Pictographs of U+1F100-1F2FF and U+1F650-1F77F, which mirror engines like."""
FIRST_EN = ("blueberry", "papaya", "quince", "mango", "teak", "walnut", "copper", "velvet", "amber", "cobalt")
KINDS_EN = ("jackets", "bonus", "casino", "sneakers", "loans", "watches", "slots", "handbags", "tickets", "pills")
WAYS_EN = ("cheap {0} {1}", "{0} {1} online", "buy {0} {1}", "{0} {1} outlet", "best {0} {1}", "{0} {1} login")
SYLLABLES = [
    "ba",
    "pa",
    "ma",
    "fa",
    "da",
    "ta",
    "na",
    "la",
    "ga",
    "ka",
    "ha",
    "ji",
    "qi",
    "xi",
    "zhi",
    "chi",
    "shi",
    "zi",
    "ci",
    "si",
    "yi",
    "wu",
    "yu",
    "ai",
    "bei",
    "pao",
    "mou",
    "fan",
    "dan",
    "ren",
    "lang",
    "leng",
    "dong",
    "ge",
    "qu",
    "bian",
    "die",
    "tiao",
    "xiu",
    "nian",
    "lin",
    "ning",
    "jiang",
    "qiong",
    "xiong",
    "guo",
    "hui",
    "suan",
    "kun",
    "shuang",
    "nong",
]


def hanzi_root(chance: Random) -> str:
    """Give the root of a keyword: an invented name, now and then an ordinary word."""
    return chance.choice(ORDINARY) if chance.random() < 0.15 else chance.choice(ROOTS)


def keyword(chance: Random, root: str | None = None) -> str:
    """Give a keyword in one of the shapes seen: with a tail, with Latin letters and digits, with both."""
    root = root or hanzi_root(chance)
    shape = chance.randrange(5)
    if shape == 0:
        return (
            f"{chance.randint(2, 9)}{chance.choice('cdhkmqx')}-{chance.choice('cdhkmqx')}{root}{chance.choice(TAILS)}"
        )
    if shape == 1:
        return f"{root}{chance.choice(('88', '365', '777', '55', '9'))}{chance.choice(TAILS)}"
    if shape == 2:
        return f"{root}{chance.choice(TAILS)}{chance.choice(TAILS)}"
    if shape == 3:
        return f"{chance.choice(('最新', '免费', '正版', '国产'))}{root}{chance.choice(TAILS)}"
    return f"{root}{chance.choice(TAILS)}"


def brand(chance: Random, root: str | None = None) -> str:
    """Give a brand: at most 20 characters."""
    root = root or hanzi_root(chance)
    return chance.choice(
        (
            f"{root}{chance.choice(('88', '365', '777', '500'))}",
            f"{root}之家·({chance.choice(('华东', '海外', '中文', '亚洲'))}区)在线平台",
            f"{root}{chance.choice(TAILS)}_{root}{chance.choice(TAILS)}",
            f"{root}{chance.choice(TAILS)}(集团)有限公司",
            f"【{root}{chance.choice(TAILS)}】",
        )
    )


def english_keyword(chance: Random) -> str:
    """Give an English keyword phrase in lower case."""
    return chance.choice(WAYS_EN).format(chance.choice(FIRST_EN), chance.choice(KINDS_EN))


def name(chance: Random) -> str:
    """Give a made-up Chinese name of two or three characters."""
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.randint(1, 2)))


def english_name(chance: Random) -> str:
    """Give a made-up English name."""
    first = chance.choice(("Ada", "Owen", "Priya", "Isla", "Gareth", "Nadia", "Tom", "Ruth", "Samuel", "Helen", "Colm"))
    last = chance.choice(("Fenwick", "Strickland", "Ashby", "Calloway", "Dunmore", "Ostrander", "Petrie", "Vole"))
    return f"{first} {last}"


def headline(chance: Random) -> str:
    """Give a clickbait headline that has to do with nothing."""
    return chance.choice(
        (
            f"{chance.choice(SURNAMES)}某深夜发文回应 网友:{chance.choice(('绝了', '不敢信', '笑不活了'))}",
            f"她在{chance.choice(ROOTS)}树下回头的那一刻 所有人沉默",
            f"{chance.choice(ROOTS)}季到了 这三种人千万别碰",
            f"{chance.randint(30, 80)}岁大爷月入{chance.randint(2, 9)}万 秘诀只有一个",
            f"震惊!{chance.choice(ROOTS)}竟然还能这样用",
        )
    )
