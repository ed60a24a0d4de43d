"""English notes behind an article on those who work for the paper: what they cover, whom they wrote for, who edited (B4, B6)."""

import re

from pipelines.text.byline.people import LATIN_NAME

LONGEST = 160
"""Characters of the longest note."""
HOUSE = r"(?:(?:the|this|our|a local) (?:news)?(?:paper|letter|site|desk|room|magazine|website|station|network|organi[sz]ation|outlet|bureau|programme|program|publication)|us|(?:[Tt]he )?[A-Z][\w&’'.-]*(?: (?:of |the |and |& )?[A-Z][\w&’'.-]*){0,4})"
"""Who employs them: `the paper`, `us`, a name with capitals throughout."""
NAMES = rf"{LATIN_NAME.pattern}(?:(?:,| and|, and| &) {LATIN_NAME.pattern}){{0,2}}"
BEAT = r"[^.!?,;:“”\"]{2,60}?"
COVERS = re.compile(
    rf"{NAMES} (?:(?:also|usually|regularly) )?(?:covers?|writes? (?:about|on|regularly (?:about|on))|reports? on|edits|blogs (?:about|on)|has (?:covered|reported on|written about)|(?:is|are) (?:covering|reporting on|writing about))"
    rf" {BEAT} (?:for|at|with) {HOUSE}(?: (?:in|from|out of|since) (?:[A-Z]\w+(?: [A-Z]\w+)?|(?:19|20)\d\d))?\.?"
)
"""`First Last covers transport for the paper.`"""
TRADE = r"(?:writer|reporter|correspondent|journalist|editor|columnist|producer|photographer|contributor|critic|reviewer|freelancer|intern|blogger)s?"
IS = re.compile(rf"{NAMES} (?:is|are) (?:an? |the |our |this (?:news)?paper[’']s )(?:[\w’'&-]+ ){{0,4}}{TRADE}\.?")
"""`First Last is our transport reporter.`"""
SPECIAL = re.compile(
    rf"(?:(?:[Bb]y |BY )?{NAMES}\s?(?:[-–—|/,:]{{1,2}}|\s)\s?)?[(\[]?(?:[Ss]pecial|SPECIAL|[Ee]xclusive|EXCLUSIVE|[Ww]ritten|[Cc]ontributed|[Cc]ontributor|[Cc]ontributing)"
    rf" (?:to|for|TO|FOR) (?:[Tt]he |THE )?[A-Z][\w&’'.-]*(?: (?:of |the |and |& )?[A-Z][\w&’'.-]*){{0,4}}[)\]]?"
)
"""`First Last — Special to the Post`"""
TITLED = re.compile(
    rf"{NAMES}\s?(?:[–—|/,]|--|\s-\s)\s?(?:[A-Za-z][\w’'&-]* ){{0,4}}{TRADE}(?:,? (?:at|for|of) {HOUSE})?",
    re.IGNORECASE,
)
"""`First Last — Staff Writer`"""
REACHED = re.compile(
    rf"{NAMES} (?:can|may) be (?:reached|contacted|followed|e-?mailed) (?:at|on|via|by|through) [^!?]{{2,80}}"
)
"""`First Last can be reached at the news desk.`"""
WORK = r"(?:story|article|report|piece|column|interview|essay|episode|post)"
MADE = r"(?:edited|produced|reported|written|compiled|adapted|translated|fact-checked|photographed|illustrated)"
FOR_MEDIUM = r"(?: for (?:the )?(?:web|radio|broadcast|digital|print|air|online|television|clarity|length))?"
MADE_BY = re.compile(
    rf"(?:The [a-z]{{2,12}} version of t|T)his {WORK} was {MADE}(?:(?:,| and) {MADE})?{FOR_MEDIUM} by {NAMES}(?: and {MADE} by {NAMES})?\.?"
    rf"|{NAMES} (?:edited|produced|reported|wrote|compiled|adapted|fact-checked|translated)(?: and (?:edited|produced|adapted))? this {WORK}{FOR_MEDIUM}\.?"
)
"""`This story was edited by First Last.`, `First Last edited this story.`"""
COLUMN = re.compile(
    rf"{NAMES} (?:writes? (?:an? (?:weekly|monthly|regular|fortnightly|daily) column(?: (?:for|in) {HOUSE})?|(?:regularly )?for {HOUSE})|(?:is|are) on the staff (?:of|at) {HOUSE})\.?"
)
"""`First Last writes a weekly column.`"""
DESCRIBED = re.compile(
    rf"(?:Opinion|Guest (?:column|essay|opinion)|Commentary|Editorial|Column|Viewpoint|Perspective|Headline|Summary|(?:Posted|Uploaded|Submitted|Published|Filed)|Translated from [A-Z][a-z]+|Compiled) by:? {NAMES}(?: from (?:wire|staff|agency|news)(?: and (?:wire|staff|agency))? (?:services|reports))?"
    r"|(?:[Ff]rom |[Cc]ompiled from |[Bb]y )?(?:[Ss]taff|[Ww]ire|[Aa]gency)(?: and (?:[Ss]taff|[Ww]ire|[Aa]gency|[Nn]ews))? (?:[Ss]ervices? )?[Rr]eports?\.?"
    rf"|You can (?:reach|contact|e-?mail|write to) (?:{LATIN_NAME.pattern}|the (?:reporter|author|writer)|her|him|them) at [\w.+-]{{1,40}}@[\w.-]{{3,40}}"
    rf"|{LATIN_NAME.pattern}: [\w.+-]{{1,40}}@[\w.-]{{3,40}}"
)
"""`Opinion by First Last`, `From staff reports`"""
PAPER = r"(?:[A-Z][\w&’'.-]* ){0,3}(?:News|Times|Post|Press|Herald|Tribune|Journal|Daily|Gazette|Courier|Chronicle|Echo|Mail|Observer|Globe|Dispatch|Bulletin|Inquirer|Telegraph|Examiner|Sentinel|Argus)"
STAFF = re.compile(
    rf"{LATIN_NAME.pattern}(?:\s?[,/|–—]\s?|\s-\s)(?:(?:[Ff]or )?[Tt]he )?{PAPER}(?: [Ss]taff)?|{LATIN_NAME.pattern},? for the {PAPER}"
    rf"|{LATIN_NAME.pattern} (?:Staff|Special|Contributing|Guest) (?:Writer|Reporter|Correspondent|Columnist|Photographer)|{LATIN_NAME.pattern}\s?/\s?[Ss]taff"
)
"""`First Last, Town Herald`, `First Last Staff Writer`"""
HEADED = re.compile(rf"{LATIN_NAME.pattern}")

PARTED = re.compile(r"\s*[;,|/·•]\s*|\.\s+(?=[A-Z][\w’'& -]{2,40}:)|\s+(?:and|&)\s+")
"""What stands between the roles of a line, and between the names behind one of them."""
JOB = r"(?:(?:sub-?|co-)?editors?|(?:copy|news|desk|section) chiefs?|producers?|desk|proof-?readers?|copy-?readers?|webmasters?|web|fact-?checkers?|designers?|reporters?|correspondents?|writers?|photographers?|researchers?|illustrators?|translators?|subs?)"
ROLE = re.compile(
    rf"(?P<modifiers>(?:[A-Za-z][\w’'&-]{{1,14}} ){{0,4}}){JOB}(?: (?:of|on|for) (?:the )?(?:day|duty|issue|page|week))?",
    re.IGNORECASE,
)
"""A role of the press, whatever stands before it: `Assigning editor`"""
SIGN = re.compile(r"\s?[:=]\s?|\s[-–—]\s")
UNMARKED = re.compile(
    rf"(?P<modifiers>(?:[A-Za-z][a-z’'&-]{{1,14}} ){{0,3}})(?:[Ee]ditors?|[Pp]roducers?|[Dd]esk) {LATIN_NAME.pattern}"
)
"""`copy editor First Last`, which only a list parted by `;` or `|` makes a credit"""
PROSE = frozenset(
    (
        *("is", "was", "are", "were", "has", "had", "the", "an", "said", "says", "told", "who", "as", "for", "its"),
        *("his", "her", "their", "with", "from", "former", "late", "then", "became", "by", "wanted", "by"),
    )
)
"""Words that stand before a role in sentences."""


def is_staff_note(text: str) -> bool:
    """Tell whether a paragraph behind an article says for whom its writer works, or whom he wrote it for."""
    # `By First Last, Staff Writer` names an author, whom other rules read.
    if not 12 <= len(text) <= LONGEST or text[:3].casefold() == "by ":
        return False
    return any(form.fullmatch(text) for form in (COVERS, IS, SPECIAL, REACHED, MADE_BY, COLUMN, DESCRIBED, STAFF)) or (
        (match := TITLED.fullmatch(text)) is not None and HEADED.match(match[0]) is not None
    )


def is_staff_list(text: str) -> bool:
    """Tell whether a line is roles of the press and their names alone (`Assigning editor: A B; copy editor: C D`)."""
    if not 12 <= len(text) <= LONGEST or not text[0].isalpha() or "." in text[-1:]:
        return False
    listed = ";" in text or "|" in text
    kinds = [_kind(piece, listed=listed) for piece in PARTED.split(text)]
    if len(kinds) > 1 and "both" not in kinds:
        return kinds[0] == "name" and kinds[-1] == "role" and all(_differ(kinds, at) for at in range(1, len(kinds)))
    if "" in kinds or kinds[0] == "name" or kinds[-1] == "role":
        return False
    return all(kinds[at + 1] != "name" for at, kind in enumerate(kinds[:-1]) if kind == "role")


def _differ(kinds: list[str], at: int) -> bool:
    return kinds[at] in {"name", "role"} and kinds[at] != kinds[at - 1]


def _kind(piece: str, *, listed: bool) -> str:
    """Tell what one piece is: a `role`, a `name`, `both`, or neither."""
    if _is_role(piece):
        return "role"
    if listed and (loose := UNMARKED.fullmatch(piece)) is not None and _is_plain(loose["modifiers"]):
        return "both"
    if LATIN_NAME.fullmatch(piece):
        return "name"
    parts = SIGN.split(piece, maxsplit=1)
    return "both" if len(parts) > 1 and _is_role(parts[0]) and LATIN_NAME.fullmatch(parts[1].strip()) else ""


def _is_role(text: str) -> bool:
    match = ROLE.fullmatch(text)
    return match is not None and _is_plain(match["modifiers"])


def _is_plain(modifiers: str) -> bool:
    return PROSE.isdisjoint(modifiers.casefold().split())
