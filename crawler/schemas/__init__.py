"""The JSON Schemas of every line Squeegee writes, as files beside this module."""

import json
from importlib.resources import files
from typing import Any

NAMES = ("article", "rejected", "failed", "trail", "clean", "run")
"""The schemas there are; `article`, `rejected`, `failed` and `trail` each for a line of the file of that name."""


def load_schema(name: str) -> dict[str, Any]:
    """Give a schema by its name, one of NAMES."""
    schema: dict[str, Any] = json.loads(files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
    if name == "clean":  # refers to lines of a trail, which no validator looks for by itself
        schema["$defs"] = {"trail": load_schema("trail")}
    return schema
