"""A site's template: the lines that stand on its pages whatever the article, learned or told by their shape.

`find` looks at one page: lines by what was learned and by what they are (`furniture` by shape, `wording` by what it is made of,
but nothing `personal`), `links` to other articles, calls to the site's `channels`, `disclosures` of what it earns, its `forms`, `frames`
around the text, and `cuts` inside paragraphs and the title. `traits` are what a page shows that others may show too, by the
`shape` of its lines and their ends (`tails`); `learning` makes a template of many, `drift` says that it changed, and `rules` are
what a person said.
"""

from typing import TYPE_CHECKING

from pipelines.text.lazily import gives

if TYPE_CHECKING:
    from pipelines.text.template.drift import Drift, judge_drift
    from pipelines.text.template.find import find_template
    from pipelines.text.template.learning import Template, learn
    from pipelines.text.template.rules import Finding, Rules
    from pipelines.text.template.traits import Seen, Trait, pack, texts_of, traits_of, unpack

__all__ = [
    "Drift",
    "Finding",
    "Rules",
    "Seen",
    "Template",
    "Trait",
    "find_template",
    "judge_drift",
    "learn",
    "pack",
    "texts_of",
    "traits_of",
    "unpack",
]

__getattr__ = gives(
    __name__,
    drift=["Drift", "judge_drift"],
    find=["find_template"],
    learning=["Template", "learn"],
    rules=["Finding", "Rules"],
    traits=["Seen", "Trait", "pack", "texts_of", "traits_of", "unpack"],
)
