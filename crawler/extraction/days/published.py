"""When the article was published and changed: stamps of the page weighed against each other, its URL and its dateline."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo

from crawler.extraction.days.datelines import DATELINE, find_dateline
from crawler.extraction.days.dates import Stamp, is_day, read_iso
from crawler.extraction.days.stamps import NEAR_LINES, page_stamps
from crawler.extraction.days.statements import sole_statement
from crawler.extraction.days.url_days import most_telling, read_url, read_url_month
from crawler.extraction.page.blocks import Page
from crawler.extraction.page.metadata import Metadata

DATELINE_DAYS = 3
"""A text is published at most so many days after its dateline; more, and the page's stamp is not believed."""
REPRINT_DAYS = 30
"""A stamp so many days after a dateline without a year is the mirror's, and the year stays missing."""
URL_DAYS = 2
"""Difference between the stamp and the day in the URL that time zones and late stamps explain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where and when a page was fetched."""

    url: str | None = None
    """The page's URL."""
    zone: tzinfo | None = None
    """The zone of the site's times."""
    now: datetime | None = None
    """The time of fetching, in that zone."""
    tongue: str | None = None
    """The language that its dates are written in, as `find_dates` wants it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What is known of an article's times."""

    published: str | None = None
    published_from: str | None = None
    published_text: str | None = None
    modified: str | None = None
    note: str = ""


def choose_times(page: Page, data: Metadata, body: Sequence[int], where: Where, headline: int) -> Times:
    """Choose the times of an article.

    The order is meta, page, URL; a stamp that contradicts the day in the URL or the text's dateline gives way to
    these. *headline* is the line of the headline, -1 where none is known.
    """
    tongue = where.tongue
    where = replace(where, url=most_telling(where.url, data.canonicals))
    changes = [stamp for text in data.modified if (stamp := read_iso(text, where.now, tongue))]
    meta = [
        stamp for text in data.published if (stamp := read_iso(text, where.now, tongue)) and _past(stamp, where.now)
    ]
    meta = _agreed(meta, changes)
    shown, changed = page_stamps(page, body, where.now, tongue, headline)
    seen = [stamp for stamp in shown if _past(stamp, where.now)]
    stamps = [("meta", stamp) for stamp in meta if stamp.year is not None]
    stamps += [("page", stamp) for stamp in seen if stamp.year is not None]
    chosen, note = _against_url(stamps, where)
    completed = [("page", stamp) for stamp in _completed(seen, changes, where)]
    if chosen is None:
        chosen = next(iter(completed), None)
    elif chosen[1].hour is None:  # a bare day: the same day with a time says more
        timed = (pair for pair in (*stamps, *completed) if pair[1].hour is not None)
        chosen = next((pair for pair in timed if _day(pair[1]) == _day(chosen[1])), chosen)
    chosen = chosen or _far_away(page, body, where)
    if chosen is not None:
        chosen = _local(_first_published(chosen, changes, seen), stamps, where)
    modified = next((iso for stamp in changes if (iso := stamp.iso(where.zone))), None)
    modified = modified or (changed.iso(where.zone) if changed else None)
    times = _against_dateline(page, body, chosen, where)
    alone = times.published is None and chosen is None and not seen
    if alone and changed is not None and _past(changed, where.now) and not _is_far(page, body, changed):
        # The page states one day only, that of its last change: this text was published then.
        times = replace(times, published=changed.iso(where.zone), published_from="page", published_text=changed.text)
    return replace(times, modified=modified, note=note or times.note)


def _is_far(page: Page, body: Sequence[int], stamp: Stamp) -> bool:
    """Tell whether a day stands far above the text, as in a guide that has tables between: when that came out its change does not say.

    Nor does it where it is the last of several (`上次更新`), which generators of documents write.
    """
    above = max(0, body[0] - NEAR_LINES) if body else 0
    shown = ((i, line.text) for i, line in enumerate(page.lines) if stamp.text in line.text)
    return any(i < above or "上次更新" in text for i, text in shown)


def _agreed(stamps: Sequence[Stamp], changes: Sequence[Stamp]) -> list[Stamp]:
    """Give what the metadata state, the day that is stated most often first, without days later than every change."""
    last = max((_day(change) for change in changes if change.year is not None), default=None)
    timely = [stamp for stamp in stamps if last is None or (_day(stamp) - last).days <= URL_DAYS] or list(stamps)
    often = Counter(map(_day, timely))
    return sorted(timely, key=lambda stamp: -often[_day(stamp)])


def _first_published(chosen: tuple[str, Stamp], changes: Sequence[Stamp], seen: Sequence[Stamp]) -> tuple[str, Stamp]:
    """Give the earlier day that the page shows its readers in the place of one in the metadata that is that of a change.

    Some systems state the last change as the day of publication: then no change is later than it. A shown day that is
    earlier was not put there by a mirror, which would have no use for an old one.
    """
    origin, stamp = chosen
    shown = seen[0] if seen else None
    if origin != "meta" or shown is None or shown.year is None:
        return chosen
    is_change = all(_day(change) <= _day(stamp) for change in changes if change.year is not None)
    return ("page", shown) if is_change and (_day(stamp) - _day(shown)).days > URL_DAYS else chosen


def _local(chosen: tuple[str, Stamp], stamps: Sequence[tuple[str, Stamp]], where: Where) -> tuple[str, Stamp]:
    """Give the day that the page shows its readers in the place of one in UTC that is the day after or before.

    A stamp in UTC is of another day than the site's own for some hours of each day; the day in the URL and a bare day
    in the text are the site's. So is that of a shown time whose offset makes a bare day in the metadata that of UTC.
    """
    origin, stamp = chosen
    if stamp.hour is None and origin == "meta":
        shown = (pair for pair in stamps if pair[0] == "page" and _day(pair[1]) != _day(stamp))
        return next((pair for pair in shown if _utc_day(pair[1]) == _day(stamp)), chosen)
    if stamp.hour is None or stamp.offset is not UTC or where.zone is not None:
        return chosen
    by_url = read_url(where.url) if where.url else None
    days = [("url", by_url)] if by_url is not None else []
    days += [(place, one) for place, one in stamps if place == "page" and one.hour is None]
    return next(((place, one) for place, one in days if abs((_day(one) - _day(stamp)).days) == 1), chosen)


def _utc_day(stamp: Stamp) -> date | None:
    """Give the day that a stamp is of in UTC; None where its time or offset is not stated."""
    if stamp.year is None or stamp.hour is None or stamp.offset is None:
        return None
    day = datetime(stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute, tzinfo=stamp.offset)
    return day.astimezone(UTC).date()


def _against_url(stamps: Sequence[tuple[str, Stamp]], where: Where) -> tuple[tuple[str, Stamp] | None, str]:
    """Give the first stamp that does not contradict the URL, else the URL's own day, and a note when one was passed over."""
    by_url = read_url(where.url) if where.url else None
    if by_url is not None and not _past(by_url, where.now):
        by_url = None
    month = read_url_month(where.url) if where.url else None
    stated = Counter(_day(stamp) for _, stamp in stamps)
    for origin, stamp in stamps:
        if by_url is not None:
            late = (_day(stamp) - _day(by_url)).days
            # Several statements of an earlier day are right: no mirror invents one, while some sites' URLs hold another.
            fits = abs(late) <= URL_DAYS or (late < 0 and stated[_day(stamp)] > 1)
        else:
            fits = month is None or not _contradicts(stamp, month)
        if fits:
            return (origin, stamp), "" if stamp is stamps[0][1] else f"stamp {stamps[0][1].text!r} contradicts the URL"
    note = f"stamp {stamps[0][1].text!r} contradicts the URL" if stamps else ""
    return (("url", by_url) if by_url is not None else None), note


def _completed(seen: Sequence[Stamp], changes: Sequence[Stamp], where: Where) -> Iterator[Stamp]:
    """Give the stamps without a year with the year that the URL states, or a change of the same day."""
    by_url = read_url(where.url) if where.url else None
    month = read_url_month(where.url) if where.url else None
    for stamp in seen:
        if stamp.year is not None:
            continue
        if by_url is not None and (by_url.month, by_url.day) == (stamp.month, stamp.day):
            yield replace(stamp, year=by_url.year)
        elif month is not None and month[1] in (stamp.month, None):
            yield replace(stamp, year=month[0])
        else:
            same = (change.year for change in changes if (change.month, change.day) == (stamp.month, stamp.day))
            if (year := next(same, None)) is not None:
                yield replace(stamp, year=year)


def _far_away(page: Page, body: Sequence[int], where: Where) -> tuple[str, Stamp] | None:
    """Give the day of a text that nothing around it states: its dateline's, else the one the page calls that of publication anywhere."""
    found = [
        ("dateline", find_dateline(page, body, where.tongue)),
        ("page", sole_statement(page, where.now, where.tongue)),
    ]
    month = read_url_month(where.url) if where.url else None
    for origin, stamp in found:
        if stamp is None or not _past(stamp, where.now):
            continue
        if month is None or (abs((stamp.year or 0) - month[0]) <= 1 and not _contradicts(stamp, month)):
            return origin, stamp
    return None


def _against_dateline(page: Page, body: Sequence[int], chosen: tuple[str, Stamp] | None, where: Where) -> Times:
    """Let the dateline of the text overrule a stamp that it contradicts."""
    stated = Times()
    if chosen is not None:
        origin, stamp = chosen
        stated = Times(published=stamp.iso(where.zone), published_from=origin, published_text=stamp.text)
    starts = [text for i in body[:3] if "月" in (text := page.lines[i].text[:200])]
    match = next((m for text in starts if (m := DATELINE.match(text))), None)
    if match is None:
        return stated
    month, day = int(match["month"]), int(match["day"])
    year = int(match["year"]) if match["year"] else None
    lag = _lag(month, day, year, _day(chosen[1])) if chosen else None
    if chosen is not None and (lag is None or -1 <= lag <= DATELINE_DAYS or chosen[0] == "url"):
        return stated
    note = f"stamp {chosen[1].text!r} contradicts the dateline" if chosen else ""
    by_month = read_url_month(where.url) if where.url else None
    if year is None and by_month is not None and by_month[1] in (month, None):
        year = by_month[0]
    found = Stamp(year=year, month=month, day=day).iso() if year is None or is_day(year, month, day) else None
    if found is None:
        distrusted = lag is not None and lag > REPRINT_DAYS
        return Times(published_text=match[0][-20:], note=note) if distrusted else stated
    return Times(published=found, published_from="dateline", published_text=match[0][-20:], note=note)


def _lag(month: int, day: int, year: int | None, stamp: date) -> int | None:
    """Give the days from a dateline to a stamp, in the last year in which it came before; None for no day."""
    for candidate in [year] if year else [stamp.year, stamp.year - 1]:
        with suppress(ValueError):
            lag = (stamp - date(candidate, month, day)).days
            if year or lag >= -1:
                return lag
    return None


def _day(stamp: Stamp) -> date:
    return date(stamp.year or 1, stamp.month, stamp.day)


def _past(stamp: Stamp, now: datetime | None) -> bool:
    """Tell whether a stamp is not in the future (a day of grace for time zones)."""
    if now is None or stamp.year is None:
        return True
    return (_day(stamp) - now.date()).days <= 1


def _contradicts(stamp: Stamp, month: tuple[int, int | None]) -> bool:
    """Tell whether a stamp is more than a month away from year and month of the URL."""
    if stamp.year is None or month[1] is None:
        return False
    return abs((stamp.year * 12 + stamp.month) - (month[0] * 12 + month[1])) > 1
