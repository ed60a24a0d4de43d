"""What toolbars, boxes, credits and notices of web pages call themselves, in Chinese and English.

The words are of form, not of subject: labels that pages of every subject share, the names of the large sharing
services among them. They are one sign among many for a line, never a reason by themselves.
"""

import re

from crawler.extraction.page.name_words import branched

WORDS: dict[str, tuple[str, ...]] = {
    "related": (
        "相关", "相關", "推荐阅读", "延伸", "更多", "热门", "熱門", "点击进入", "点击查看", "read more", "read next", "read also",
        "related", "see also", "recommended", "more from", "more on", "more stories", "more news", "also:",
        "you may", "you might", "don't miss", "don’t miss", "click here", "baca juga", "trending",
        "most read", "most popular", "上一篇", "下一篇", "previous", "next post",
    ),
    "share": (
        "分享", "转发", "轉發", "收藏", "点赞", "打印", "列印", "字号", "字體", "share", "tweet", "facebook", "twitter",
        "pinterest", "whatsapp", "linkedin", "e-mail", "email", "print", "copy link", "返回", "首页", "首頁",
    ),
    "legal": (
        "版权", "版權", "转载", "轉載", "声明", "聲明", "免责", "免責", "copyright", "all rights reserved", "©", "备案", "许可证",
        "icp", "terms of", "privacy", "disclaimer", "不代表",
    ),
    "follow": (
        "关注", "關注", "公众号", "扫码", "扫描", "扫一扫", "二维码", "微信", "客户端", "下载", "下載", "粉絲", "粉丝", "登录", "登入", "注册",
        "app", "subscribe", "newsletter", "sign up", "log in", "follow us", "join us", "join our",
        "download", "advertis", "sponsored", "affiliate", "free trial", "get started", "contact us",
    ),
    "comments": (
        "评论", "評論", "留言", "跟帖", "comment", "reply", "回复", "回復", "网友", "網友",
    ),
    "cookies": (
        "cookie", "consent", "opt out", "opt-out", "personal data", "gdpr",
    ),
    "credit": (
        "来源", "來源", "责任编辑", "责编", "責任編輯", "编辑", "編輯", "校对", "审核", "监制", "作者", "记者", "記者", "原标题", "原題", "图片",
        "圖片", "资料图", "供图", "视觉中国", "摄", "攝", "source:", "edited by", "written by", "reviewed by",
        "fact-check", "fact check", "photo", "getty", "image:", "credit", "shutterstock", "reuters)", "ap)",
        "afp)", "picture:", "about the author", "min read", "minute read",
    ),
    "time": (
        "发布时间", "發布時間", "更新时间", "浏览", "阅读(", "阅读（", "点击：", "published", "posted", "updated", "last modified",
        "views",
    ),
}  # fmt: skip
"""The words by what they announce, all in lower case."""

BITS = {name: 1 << number for number, name in enumerate(WORDS)}
"""A bit for each key of WORDS."""
_BIT_OF = {word: BITS[name] for name, words in WORDS.items() for word in words}


_LONGEST_FIRST = sorted(_BIT_OF, key=len, reverse=True)
_LATIN = re.compile(
    f"(?<![a-z])(?=[a-z])(?:{branched(re.escape(word) for word in _LONGEST_FIRST if word[0].isascii())})"
)
_OTHER = re.compile(branched(re.escape(word) for word in _LONGEST_FIRST if not word[0].isascii()))


def announced(text: str) -> int:
    """Give the bits of the keys of WORDS whose words a text in lower case holds; Latin words only where one begins."""
    bits = 0
    for word in _LATIN.findall(text):
        bits |= _BIT_OF[word]
    if not text.isascii():
        for word in _OTHER.findall(text):
            bits |= _BIT_OF[word]
    return bits
