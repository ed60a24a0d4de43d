"""What hypothesis draws for several tests: texts, changes of an article, lines made of the pieces of credits."""

from hypothesis import strategies as st

from pipelines.text.spans import Span

TEXT = st.text(alphabet=st.characters(exclude_characters="\n"), max_size=20)
CREDIT_PIECES = (
    *(
        "记者",
        "摄",
        "编辑",
        "：",
        " ",
        "钱俊川",
        "河州社",
        "3月5日电",
        "（",
        "）",
        "。",
        "来源",
        "2024-03-05",
        "By ",
        "Anna",
    ),
)
"""Words and marks of which credits are made, and near credits that are none."""


def change(item, data):
    """Change an article through any of its verbs, any number of times."""
    for _ in range(data.draw(st.integers(0, 12))):
        index = data.draw(st.sampled_from([None, *range(len(item.paragraphs))]))
        verb = data.draw(st.sampled_from(["cut", "replace", "edit", "drop"]))
        length = len(item.string(index))
        start = data.draw(st.integers(0, length))
        end = data.draw(st.integers(start, length))
        if verb == "cut":
            item.cut(index, start, end, stage="s", reason="r")
        elif verb == "replace":
            item.replace(index, start, end, data.draw(TEXT), stage="s", reason="r")
        elif verb == "edit":
            item.edit(index, [Span(start=start, end=end, reason="r"), Span(start=0, end=start, reason="q")], stage="s")
        elif index is not None:
            item.drop(index, stage="s", reason="r")
