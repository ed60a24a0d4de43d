"""Dates in all the forms people write, and what is not stated staying unstated."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.days.dates import read_date, read_iso
from crawler.extraction.days.url_days import read_url, read_url_month

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2024, 3, 6, 10, 0, tzinfo=BEIJING)

FORMS = [
    ("2024年3月5日", "2024-03-05"),
    ("2024年03月05日 08:30", "2024-03-05T08:30:00+08:00"),
    ("2024 年 3 月 5 日", "2024-03-05"),
    ("2024年3月5日15时30分", "2024-03-05T15:30:00+08:00"),
    ("2024年3月5日 星期二 下午3:05", "2024-03-05T15:05:00+08:00"),
    ("发布时间：2024-03-05 08:30:11", "2024-03-05T08:30:11+08:00"),
    ("2024/3/5 下午 03:05", "2024-03-05T15:05:00+08:00"),
    ("2024.3.5", "2024-03-05"),
    ("二〇二四年三月五日", "2024-03-05"),
    ("二零二四年十二月二十五日", "2024-12-25"),
    ("二○二四年十一月三十日", "2024-11-30"),
    ("民國113年3月5日", "2024-03-05"),
    ("中華民國一百一十三年三月五日", "2024-03-05"),
    ("令和6年3月5日", "2024-03-05"),
    ("2024년 3월 5일 오후 8:30", "2024-03-05T20:30:00+08:00"),
    ("2024. 3. 5. 오전 8:30", "2024-03-05T08:30:00+08:00"),
    ("昨天 08:30", "2024-03-05T08:30:00+08:00"),
    ("前天 23:10", "2024-03-04T23:10:00+08:00"),
    ("1小时前", "2024-03-06T09:00:00+08:00"),
    ("半小時前", "2024-03-06T09:30:00+08:00"),
    ("30分钟前", "2024-03-06T09:30:00+08:00"),
    ("3天前", "2024-03-03"),
    ("刚刚", "2024-03-06T10:00:00+08:00"),
    ("2 hours ago", "2024-03-06T08:00:00+08:00"),
    ("March 5, 2024", "2024-03-05"),
    ("Mar, 5, 2024", "2024-03-05"),
    ("Mar. 5th, 2024 at 8:30 p.m.", "2024-03-05T20:30:00+08:00"),
    ("5 March 2024", "2024-03-05"),
    ("Tue, 05 Mar 2024 08:30:00 GMT", "2024-03-05T08:30:00+00:00"),
    ("8 May 2025, 10:20 BST", "2025-05-08T10:20:00+01:00"),
    ("March 5, 2024 12:15 am EST", "2024-03-05T00:15:00-05:00"),
    ("12/25/2024", "2024-12-25"),
    ("25.12.2024", "2024-12-25"),
    ("2024-03-0508:30", "2024-03-05T08:30:00+08:00"),
    ("March 5, 20248:30 PM ET", "2024-03-05T20:30:00+08:00"),
    ("5 Mar 202408:30", "2024-03-05T08:30:00+08:00"),
    ("12/25/202408:30", "2024-12-25T08:30:00+08:00"),
    ("2024-03-05T08:30:00Z", "2024-03-05T08:30:00+00:00"),
    ("2024-03-05T08:30:00.123+0800", "2024-03-05T08:30:00+08:00"),
]


@pytest.mark.parametrize(("text", "iso"), FORMS)
def test_every_form_is_read(text, iso):
    stamp = read_date(text, NOW)

    assert stamp is not None
    assert stamp.iso(BEIJING) == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3/5/2024",
        "2024-13-45",
        "2024年2月30日",
        "2024年3月",
        "1.2.3",
        "电话 010-2024-0305",
        "2024-03-105:30",
        "2024-03-05123",
        "第5版",
        "May the force",
        "1852年3月5日",
    ],
)
def test_what_is_no_day_is_not_made_one(text):
    stamp = read_date(text, NOW)

    assert stamp is None or stamp.iso() is None


@pytest.mark.parametrize("text", ["3月5日 08:30", "三月五日", "03-05 08:30"])
def test_a_missing_year_stays_missing(text):
    stamp = read_date(text, NOW)

    assert (stamp.year, stamp.month, stamp.day) == (None, 3, 5)
    assert stamp.iso(BEIJING) is None


@pytest.mark.parametrize("text", ["昨天 08:30", "1小时前", "2 days ago"])
def test_relative_forms_need_a_clock(text):
    assert read_date(text) is None


def test_a_time_without_a_zone_gives_the_day_alone():
    assert read_date("2024-03-05 08:30").iso() == "2024-03-05"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1709600000", "2024-03-05T00:53:20+00:00"),
        ("1709600000123", "2024-03-05T00:53:20+00:00"),
        ("20240305", "2024-03-05"),
    ],
)
def test_stamps_of_machines_are_read(text, iso):
    assert read_iso(text).iso(UTC) == iso


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("http://a.example/2024/03/05/x.html", "2024-03-05"),
        ("http://a.example/20240305/1.htm", "2024-03-05"),
        ("http://a.example/n/t20240305_12.html", "2024-03-05"),
        ("http://a.example/2024/0305/c1.html", "2024-03-05"),
        ("http://a.example/2024-03/05/c_1.htm", "2024-03-05"),
        ("http://a.example/2024/3/5/x", "2024-03-05"),
        ("http://a.example/a/20240305123456.html", "2024-03-05"),
        ("http://a.example/world/2024/mar/05/boats", "2024-03-05"),
        ("http://a.example/2024/March/5/boats", "2024-03-05"),
        ("https://archive.example/web/20260101083000/http://a.example/2024/03/05/x.html", "2024-03-05"),
    ],
)
def test_days_in_urls_are_read(url, iso):
    assert read_url(url).iso() == iso


@pytest.mark.parametrize(
    "url",
    [
        "http://a.example/id/20241345",
        "http://2024-03-05.example/",
        "http://a.example/20240305678/",
        "http://a.example/2024/mayor/05/x",
        "http://a.example/2024/feb/30/x",
        "http://a.example/events/2024/03/05/regatta",
        "http://a.example/en/Calendar/2024-03-05/",
        "http://a.example/x.html?from=20240305",
        "https://archive.example/web/20240305083000/http://a.example/x.html",
    ],
)
def test_numbers_in_urls_are_no_days(url):
    assert read_url(url) is None


def test_the_month_of_a_url_is_read():
    assert read_url_month("http://a.example/201203/x.htm") == (2012, 3)
    assert read_url_month("http://a.example/2012/x.htm") == (2012, None)


@given(st.text(max_size=500))
def test_any_text_is_searched_without_error(text):
    read_date(text, NOW)


@given(st.datetimes(datetime(1991, 1, 1), datetime(2090, 1, 1)))  # noqa: DTZ001 - the zone is added
def test_iso_stamps_come_back_as_they_are(moment):
    text = moment.replace(microsecond=0, tzinfo=BEIJING).isoformat()

    assert read_iso(text).iso() == text
