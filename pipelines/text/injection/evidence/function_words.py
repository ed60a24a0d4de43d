"""Words of grammar in English and Chinese, closed classes, by which a phrase that breaks a sentence is known."""

FUNCTION = frozenset(
    [
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "of",
        "to", "in", "on", "at", "by", "for", "from", "with", "as", "into", "over", "and", "or", "but", "if", "is",
        "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "will", "would",
        "can", "could", "may", "might", "must", "should", "not", "it", "he", "she", "they", "we", "i", "you", "who",
        "which", "what", "when", "where", "how", "than", "then", "so", "there", "all", "more", "most", "some", "no",
        "said", "says", "say", "about", "after", "before", "up", "out", "new",
    ]
)  # fmt: skip
"""English function words, a closed class, and the verbs of speech that news repeats."""
BEFORE = frozenset(
    [
        "a", "an", "the", "has", "have", "had", "of", "to", "and", "was", "were", "is", "are", "in", "for", "with",
        "by", "on", "at", "be", "will", "would",
    ]
)  # fmt: skip
"""Words that call for something behind them."""
ARTICLES = frozenset(["a", "an", "the"])
"""Those of them behind which no word of BREAKS can stand."""
BREAKS = frozenset(["a", "an", "the", "his", "her", "its", "their", "this", "be", "been", "also", "not"])
"""Words that cannot follow the noun phrase that a word of BEFORE has already been given."""
SLOTS = {
    word: words.split()[0]
    for words in (
        "will would can could may might must should",
        "is are was were be been being",
        "has have had",
        "he she they we who He She They We",
    )
    for word in words.split()
}
"""Auxiliary verbs and subjects, closed classes, by what they want behind them: what stands behind one may stand behind the
others, each of which is named after the first."""
FUNCTION_HANZI = frozenset(
    "我你您他她它们們这這那哪是不没沒的了和与與及或但却卻也还還又都把被让讓如果因所虽雖若谁誰吗嗎呢吧啊呀嘛什怎么麼每各其此"
)
"""Pronouns, particles and conjunctions of Chinese, a closed class, with which sentences are made and few brands."""


def is_phrase(core: str) -> bool:
    """Say whether a text has words that make sentences, which brands do without."""
    words = set(core.casefold().split())
    return not words.isdisjoint(FUNCTION) or not FUNCTION_HANZI.isdisjoint(core)


def telling(line: str) -> str:
    """Give what a line says, in English without the small words that every text has; all of it where there is nothing else."""
    words = line.split() if line.isascii() else []
    return " ".join(word for word in words if word.casefold() not in FUNCTION | {"now", "here"}) or line
