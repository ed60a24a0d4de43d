"""Calls to a site's own channels on a line of their own: its newsletter, its pages on other platforms."""

import re
from collections.abc import Sequence

from pipelines.text.spans import Verdict

LONGEST, SENTENCES = 200, 3
"""Characters and sentences of a call."""
SENTENCE = re.compile(r"[^.!?。！？]+(?:[.!?。！？]+|\Z)")
PLATFORM = r"(?:Google (?:News|Noticias|Not[ií]cias|Actualités|Berita)|WhatsApp|Telegram|Facebook|Instagram|YouTube|LinkedIn|Twitter|X|Zalo|Pinterest|VK|ВКонтакте|Дзен\w*)"
CALL = re.compile(
    rf"[\s>»•*#_–—-]{{0,4}}(?:(?:sign up|subscribe|join|enter|get|receive|never miss|don['’]t miss|stay|follow us|like us|find us|connect with us)\b.*(?:\bnewsletters?\b|\b(?:to|in|into) your inbox\b|\bmailing list\b|\byour e-?mail(?: address)? below\b|\b(?:on|via) {PLATFORM}(?!\w)|\bour (?:\w+ )?channel\b)"
    rf"|(?:suscr[ií]bete|suscríbase|s[ií]guenos|s[ií]ganos|[uú]nete)\b.*(?:\bbolet[ií]n\b|\bnewsletter\b|\bcorreo\b|\bcanal\b|\bredes sociales\b|\b{PLATFORM}(?!\w))"
    rf"|(?:assine|inscreva-se|siga(?:-nos)?|receba|participe)\b.*(?:\bnewsletter\b|\bboletim\b|\bnosso (?:\w+ )?canal\b|\bredes sociais\b|\b(?:no|pelo) {PLATFORM}(?!\w))"
    rf"|(?:ikuti|berlangganan|gabung|dapatkan)\b.*(?:\bnewsletter\b|\b(?:saluran|kanal|channel)\b|\b(?:di|melalui) {PLATFORM}(?!\w))"
    rf"|(?:theo dõi|đăng ký)\b.*(?:\bfanpage\b|\bbản tin\b|\bkênh\b|\btrên {PLATFORM}(?!\w))"
    rf"|(?:подпи[сш]\w+|присоединяйтесь|читайте нас|следите за)\b.*(?:\bканал|\bтелеграм|\bрассылк|\bв {PLATFORM}(?!\w)|\bTelegram)"
    rf"|(?:abonnieren sie|folgen sie uns|abonnez-vous|suivez-nous|inscrivez-vous|iscriviti|seguici)\b.*(?:\bnewsletter\b|\b(?:canale?|chaîne|kanal)\b|\b(?:auf|sur|su) {PLATFORM}(?!\w))"
    r")",
    re.IGNORECASE,
)
"""A sentence that calls the reader to a channel."""
NAMED_FIRST = re.compile(
    r".{0,30}(?:(?:フォロー|チャンネル登録|友だち追加|メルマガ)[^。]{0,12}(?:しよう|してね|ください|お願い|こちら)|(?:구독|채널 추가|팔로우)[^.]{0,12}(?:하세요|해\s?주세요|부탁))"
)
"""The same in languages whose verbs stand at the end."""
CHANNEL = re.compile(
    r"newsletter|inbox|mailing list|e-?mail|bolet[ií]n|boletim|canal|bản tin|рассылк|канал|メルマガ|チャンネル|채널",
    re.IGNORECASE,
)
"""What an article on such channels speaks of."""


def judge_channel(line: str) -> Verdict | None:
    """Judge whether a line is nothing but calls to the site's channels."""
    if not 0 < len(line) <= LONGEST or not _calls(line):
        return None
    sentences = [match[0].strip() for match in SENTENCE.finditer(line) if match[0].strip()]
    if len(sentences) > SENTENCES or not all(map(_calls, sentences)):
        return None
    return Verdict(reason="promotion", evidence="calls the reader to the site's own channels")


def _calls(sentence: str) -> bool:
    """Tell whether a sentence calls to a channel."""
    return CALL.match(sentence) is not None or (not sentence.isascii() and NAMED_FIRST.match(sentence) is not None)


def speaks_of_channels(title: str, paragraphs: Sequence[str]) -> bool:
    """Tell whether an article is about such channels: its title or a paragraph that calls to none speaks of them."""
    others = (text for text in paragraphs if judge_channel(text) is None)
    return CHANNEL.search(title) is not None or any(CHANNEL.search(text) for text in others)
