"""What is wrong with a site's TOML file."""

from collections.abc import Sequence
from pathlib import Path


class SiteError(Exception):
    """A site file that cannot be used; its text names the file, and for each problem the key."""

    def __init__(self, path: Path, name: str, problems: Sequence[str]) -> None:
        super().__init__("\n".join(f"{path}: {problem}" for problem in problems))
        self.path = path
        """The file."""
        self.name = name
        """The name that the site would have."""
        self.problems = tuple(problems)
        """One sentence for each problem, which begins with the key."""
