"""What is left of paragraphs when the credits found in them are gone."""


def without(paragraphs, found):
    """Give the paragraphs without the credits *found*, pairs of a paragraph's index and its credit; empty ones go."""
    lines = []
    for index, text in enumerate(paragraphs):
        left = list(text)
        for place, credit in found:
            if place == index:
                left[credit.start : credit.end] = [""] * (credit.end - credit.start)
        if "".join(left).strip():
            lines.append("".join(left))
    return lines
