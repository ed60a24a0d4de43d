"""Invented keywords, brands and names, made of the lists in frames.toml; nothing there was copied from a spam page."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

Lists = Mapping[str, list[str]]

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
GIVEN = "海澜俊芸守谦国梁凤仪建舟亮振宇麟书成蹊祝明学而雪莹文淑嘉富伟静磊洋艳勇杰娜秀英霞平刚桂兰晨曦子轩雨桐若溪"
EMOJI = "🧭🫑🟠🎈🪁🧿🍓🛟🪩🫧🪷🧋🛼🪀🥭🧊🪵🦔🪺🫐"
RARE = "🄰🅱🆎🈂🈳🙐🙒🜁🜔🝰🅾🈁"
"""Pictographs of U+1F100-1F2FF and U+1F650-1F77F, which mirror engines like."""
SYLLABLES = [
    "ba", "pa", "ma", "fa", "da", "ta", "na", "la", "ga", "ka", "ha", "ji", "qi", "xi", "zhi", "chi", "shi", "zi",
    "ci", "si", "yi", "wu", "yu", "ai", "bei", "pao", "mou", "fan", "dan", "ren", "lang", "leng", "dong", "ge", "qu",
    "bian", "die", "tiao", "xiu", "nian", "lin", "ning", "jiang", "qiong", "xiong", "guo", "hui", "suan", "kun",
    "shuang", "nong",
]  # fmt: skip


@cache
def load_frames(name: str) -> dict[str, Any]:
    """Read a set of lists: `tuning`, `measured` or `unseen`."""
    tables: dict[str, dict[str, Any]] = tomllib.loads(
        Path(__file__).with_name("frames.toml").read_text(encoding="utf-8")
    )
    return tables[name]


def hanzi_root(chance: Random, words: Lists) -> str:
    """Give the root of a keyword: an invented name, now and then an ordinary word."""
    return chance.choice(words["ordinary"] if chance.random() < 0.15 else words["roots"])


def keyword(chance: Random, words: Lists, root: str | None = None) -> str:
    """Give a keyword in one of the shapes seen: with a tail, with Latin letters and digits, with both."""
    root = root or hanzi_root(chance, words)
    tail, other = chance.choice(words["tails"]), chance.choice(words["tails"])
    letters = f"{chance.randint(2, 9)}{chance.choice('cdhkmqx')}-{chance.choice('cdhkmqx')}"
    number = chance.choice(("88", "365", "777", "55", "9"))
    shapes = (
        f"{letters}{root}{tail}",
        f"{root}{number}{tail}",
        f"{root}{tail}{other}",
        f"{chance.choice(words['heads'])}{root}{tail}",
        f"{root}{tail}",
    )
    return chance.choice(shapes)


def brand(chance: Random, words: Lists, root: str) -> str:
    """Give a brand: about 20 characters at most."""
    tail, other = chance.choice(words["tails"]), chance.choice(words["tails"])
    return chance.choice(words["brands"]).format(r=root, t=tail, u=other)


def english_keyword(chance: Random, words: Lists) -> str:
    """Give an English keyword phrase in lower case."""
    return chance.choice(words["ways_en"]).format(chance.choice(words["first_en"]), chance.choice(words["kinds_en"]))


def name(chance: Random) -> str:
    """Give a made-up Chinese name of two or three characters."""
    return chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.randint(1, 2)))


def english_name(chance: Random) -> str:
    """Give a made-up English name."""
    first = chance.choice(("Ada", "Owen", "Priya", "Isla", "Gareth", "Nadia", "Tom", "Ruth", "Samuel", "Helen", "Colm"))
    last = chance.choice(("Fenwick", "Strickland", "Ashby", "Calloway", "Dunmore", "Ostrander", "Petrie", "Vole"))
    return f"{first} {last}"


def headline(chance: Random, words: Lists, frames: Lists) -> str:
    """Give a clickbait headline that has to do with nothing."""
    return chance.choice(frames["headlines"]).format(
        s=chance.choice(SURNAMES), r=chance.choice(words["roots"]), n=chance.randint(30, 80), k=chance.randint(2, 9)
    )
