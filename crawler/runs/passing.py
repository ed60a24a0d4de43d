"""Rejections that may pass: what a bad day of a site makes of pages that are articles on any other."""

PASSING = frozenset(
    (
        *("no_text", "error_page", "login_page", "not_html", "too_large", "too_deep", "too_short"),
        *("hopelessly_damaged", "mostly_links", "list_page", "wrong_language"),
    )
)
"""Reasons of the quality stage that come from shells without their scripts, notices of maintenance, logins, broken
charsets, and front pages or parked domains under every URL. Searches, films, soups of keywords and copies stay what
they are."""


def may_pass(stage: str, reason: str) -> bool:
    """Say whether a page that a stage rejected for a reason is worth another look.

    >>> may_pass("quality", "no_text"), may_pass("deduplication", "copy")
    (True, False)
    """
    return stage == "quality" and reason in PASSING
