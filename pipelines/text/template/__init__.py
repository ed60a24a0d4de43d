"""A site's template: the lines that stand on its pages whatever the article, learned or told by their shape."""

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
