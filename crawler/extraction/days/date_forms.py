"""The forms in which people write dates, as regular expressions."""

import re

_D = r"[〇○Ｏ零一二三四五六七八九十百\d]"
# Each branch begins with a digit or a fixed word, has bounded repeats only, and is tried once at each place: linear.
_CLOCK = r"""
    (?:
      [T\s,，.日号號at|/·(（-]{0,6}
      (?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天])?[\s)）]{0,3}
      (?P<half>上午|下午|晚上|凌晨|中午|早上|傍晚|오전|오후|午前|午後)?\s{0,2}
      (?P<hour>[01]?\d|2[0-4])\s?(?:[:：]|时|時|点|點|시|h)\s?
      (?P<minute>[0-5]\d)?(?:分|분)?(?:[:：](?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?
      (?:\s{0,2}(?P<pm>[ap]\.?m\.?)(?![a-z]))?
      (?:\s{0,2}(?P<zone>Z|UTC|GMT|BST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|HKT|JST|KST|IST|MEZ|MESZ|WIB|WITA|WIT|MSK|ET|PT|(?:UTC|GMT)?[+-]\d{2}:?\d{2})(?![A-Za-z]))?
    )?
"""
_YEAR_END = r"(?:(?!\d)|(?=[0-2]?\d:[0-5]\d))"
"""What stands behind a year at the end: no figure, or a clock in an element of its own (`2024` `08:30`)."""
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH = r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_FLAGS = re.VERBOSE | re.IGNORECASE
FORMS = (
    re.compile(  # 2024年3月5日, 二〇二四年三月五日, 2024년 3월 5일
        rf"(?<!\d)(?P<era>中華民國|中华民国|民國|民国|令和|平成)?\s?(?P<year>(?:19|20)\d\d|[一二][九〇○Ｏ零\d]{_D}{{2}}|(?:(?<=國)|(?<=国)|(?<=和)|(?<=成)|(?<=[國国和成]\s)){_D}{{1,5}})\s?(?:年|년)\s?(?P<month>{_D}{{1,3}})\s?(?:月|월)\s?(?P<day>{_D}{{1,3}})\s?(?:日|号|號|일)"
        + _CLOCK,
        _FLAGS,
    ),
    re.compile(  # 2024-03-05, 2024/3/5, 2024.3.5, 2024. 3. 5.
        r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.]|\.\s|－)(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])"
        r"(?:(?!\d)|(?<=\d\d)(?=[0-2]\d:[0-5]\d))" + _CLOCK,
        _FLAGS,
    ),
    re.compile(  # March 5, 2024 / Mar. 5th 2024
        rf"(?<![a-z]){MONTH}[.,]?\s(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?[,.]?\s{{1,2}}(?P<year>(?:19|20)\d\d){_YEAR_END}"
        + _CLOCK,
        _FLAGS,
    ),
    re.compile(  # 5 March 2024, 05-Mar-2024, Tue, 05 Mar 2024
        rf"(?<![\d.])(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:\sof)?[\s-]{MONTH}[.,]{{0,2}}[\s-](?P<year>(?:19|20)\d\d){_YEAR_END}"
        + _CLOCK,
        _FLAGS,
    ),
    re.compile(  # 25/12/2024, 12/25/2024: read only when one of the two cannot be a month, or both are the same
        rf"(?<![\d./])(?P<one>3[01]|[12]\d|0?[1-9])(?P<mark>[./-])(?P<two>3[01]|[12]\d|0?[1-9])(?P=mark)(?P<year>(?:19|20)\d\d){_YEAR_END}"
        + _CLOCK,
        _FLAGS,
    ),
    re.compile(  # 3月5日 08:30: no year
        r"(?<![\d年十])(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?P<day>3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号|號)"
        + _CLOCK,
        _FLAGS,
    ),
    re.compile(  # 03-05 08:30: no year, only with a clock
        r"(?<![\d./:-])(?P<month>1[0-2]|0[1-9])[-/](?P<day>3[01]|[12]\d|0[1-9])\s{1,3}(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])",
        _FLAGS,
    ),
    re.compile(  # March 5 at 8:30 PM, Tuesday, Mar. 5, 8:30 a.m. EST: no year, only with a clock
        rf"(?<![a-z]){MONTH}\.?\s(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:,\s|\s(?:at\s|[|·–-]\s)?)"
        r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!\d)(?:\s{0,2}(?P<pm>[ap]\.?m\.?)(?![a-z]))?"
        r"(?:\s{0,2}(?P<zone>UTC|GMT|BST|E[SD]T|C[SD]T|M[SD]T|P[SD]T|ET|PT)(?![A-Za-z]))?",
        _FLAGS,
    ),
)
_YEAR, _MARK, _NAME, _YEAR_SIGN, _MONTH_SIGN, _CLOCK_MARK = (1 << bit for bit in range(6))
_HELD = (
    (_YEAR, ("19", "20")),
    (_MARK, ("-", "/", ".", "－")),
    (_NAME, tuple(month[:3] for month in MONTHS)),
    (_YEAR_SIGN, ("年", "년")),
    (_MONTH_SIGN, ("月",)),
    (_CLOCK_MARK, (":",)),
)
NEEDED = (
    _YEAR_SIGN,
    _YEAR | _MARK,
    _YEAR | _NAME,
    _YEAR | _NAME,
    _YEAR | _MARK,
    _MONTH_SIGN,
    _CLOCK_MARK | _MARK,
    _NAME | _CLOCK_MARK,
)
"""What a text in each of FORMS holds, as `held` gives it."""
RELATIVE = re.compile(
    r"""
      (?P<now>刚刚|剛剛|just\snow)
    | (?P<count>\d{1,3}|an?|半)\s?(?:个|個)?(?P<unit>秒|分钟|分鐘|小时|小時|天|日|周|週|seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?)\s?(?:钟)?(?:之?前|ago)
    | (?P<day>今天|今日|昨天|昨日|前天|yesterday|today)\s{0,2}(?:at\s)?(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)
    """,
    _FLAGS,
)
IN_RELATIVE = ("前", "ago", ":", "：", "刚", "剛", "now")
"""What a text with a relative date holds, in lower case."""


def month_of(name: str) -> int:
    """Give the number of an English month, in full or cut short as MONTH reads it."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def held(low: str) -> int:
    """Give the bits of what may be of a date in a text in lower case: most texts need no search for most forms."""
    bits = 0
    for bit, strings in _HELD:
        for string in strings:  # `any` would take twice the time
            if string in low:
                bits |= bit
                break
    return bits
