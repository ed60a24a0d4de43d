"""`python -m tests.torture.site ARTICLES`: the stand with pages for every door, until its input ends."""

import sys

from tests.stand.server import Stand

SITES = ("plain0", "plain1", "plain2")


def prepare(stand: Stand, articles: int) -> None:
    """Put pages on the stand that leave by the other doors: a copy, a page without an article, a page that is gone."""
    for site in SITES:
        stand.answers[f"/{site}/{articles - 1}.html"] = (410, "gone")
        stand.answers[f"/{site}/{articles - 2}.html"] = (200, "<html><body><h1>Empty</h1><p>No.</p></body></html>")
        stand.answers[f"/{site}/{articles - 3}.html"] = stand.answer(f"/{site}/0.html")


if __name__ == "__main__":
    number = int(sys.argv[1])
    with Stand(number) as served:
        prepare(served, number)
        sys.stdout.write(served.url + "\n")
        sys.stdout.flush()
        sys.stdin.read()
