"""What a pictograph is, as texts of expressions."""

# Emoji with what may follow them (selectors, joined parts, skin tones), enclosed letters, ornaments, alchemy, shapes.
# The repetition is over one class in front of which a joiner must stand, so linear.
PICTOGRAPH = (
    "(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\u25a0-\u25ff]"
    "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*)"
)
"""One pictograph, as the text of an expression."""
ORDINARY = "■□▲△▼▽●○◆◇★☆►▶◀◄◎☎✓✔✕✖✗✘➢➤➔→♪♫❶-❿①-⑳"
"""Signs that print uses as bullets, ratings and marks; they count only inside a word."""
