"""Which runs a path means."""

from pathlib import Path

from crawler.jsonl import locate
from crawler.runs.folder import LATEST, by_age


def run_folders(path: Path) -> list[Path]:
    """Give the run folders that a path means, the oldest first.

    Takes a run folder, a file in one, a site's folder (its runs) or an output folder (the runs of all sites). Raises
    FileNotFoundError where there is no run.
    """
    if not path.exists():
        raise FileNotFoundError(missing(path))
    if not path.is_dir():
        if path.is_file() and holds_articles(path.parent):
            return [path.parent]
        raise FileNotFoundError(f"{path} is no file of a run")
    if holds_articles(path):
        return [path.resolve()]
    found = [child for child in path.iterdir() if child.is_dir() and holds_articles(child)]
    found += [run for child in path.iterdir() if child.is_dir() for run in child.iterdir() if holds_articles(run)]
    # `latest` is a link to a run that has a name of its own.
    folders = sorted(
        {folder.resolve() for folder in found}, key=lambda folder: (by_age(folder.name), folder.parent.name)
    )
    if not folders:
        raise FileNotFoundError(f"{path} holds no run: no articles.jsonl in it or in its folders")
    return folders


def missing(path: Path) -> str:
    """Say that a path does not exist; of `latest`, what a site has instead whose runs were never healthy."""
    around = path.parent.iterdir() if path.parent.is_dir() else ()
    runs = sorted(filter(holds_articles, around), key=lambda folder: by_age(folder.name))
    if path.name != LATEST or not runs:
        return f"{path} does not exist"
    return f"{path} does not exist, since no run there was healthy; the newest is {runs[-1]}"


def holds_articles(path: Path) -> bool:
    """Say whether a folder is that of a run, whatever it is called."""
    return path.is_dir() and locate(path, "articles") is not None


def output_of(folder: Path) -> Path:
    """Give the output folder a run is in, which holds the runs of all sites."""
    return folder.parent.parent
