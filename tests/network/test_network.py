"""Packed bodies, inside addresses, files that are no pages."""

import contextlib
import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from crawler.network.addresses import is_inside
from crawler.network.unpacking import UNPACKERS, NotPackedError, TooLargeError, TruncatedError, unpack

PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": lambda body: gzip.compress(body[:5]) + gzip.compress(body[5:]) + b"\0" * 9,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.compress,
}
TEXT = b"".join(b"line %d of a page\n" % number for number in range(3000))


@pytest.mark.parametrize("encoding", sorted(PACKERS))
@given(body=st.binary(max_size=300))
def test_what_was_packed_is_unpacked(encoding, body):
    assert unpack(PACKERS[encoding](body), encoding, 1000) == body


@pytest.mark.parametrize("encoding", sorted(PACKERS))
def test_no_more_than_the_limit_is_unpacked(encoding):
    packed = PACKERS[encoding](bytes(10_000_000))

    with pytest.raises(TooLargeError):
        unpack(packed, encoding, 1_000_000)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_cut_body_is_never_a_whole_one(encoding, share):
    packed = PACKERS[encoding](TEXT)

    with pytest.raises((TruncatedError, NotPackedError)):
        unpack(packed[: int(len(packed) * share)], encoding, 10_000_000)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_is_not_packed_is_named(encoding):
    with pytest.raises((NotPackedError, TruncatedError)):
        unpack(b"<html><body>plain</body></html>", encoding, 10_000)


@given(encoding=st.sampled_from(sorted(UNPACKERS)), body=st.binary(max_size=200))
def test_any_bytes_are_unpacked_or_named(encoding, body):
    with contextlib.suppress(TooLargeError, TruncatedError, NotPackedError):
        assert len(unpack(body, encoding, 100_000)) <= 100_000


def test_the_bare_stream_of_old_servers_is_deflate_too():
    assert unpack(zlib.compress(TEXT)[2:-4], "deflate", 100_000) == TEXT


def test_nothing_packed_is_nothing():
    assert unpack(b"", "gzip", 10) == b""


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1",
        "no address",
        "",
    ],
)
def test_addresses_that_lie_inside(address):
    assert is_inside(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_that_do_not(address):
    assert not is_inside(address)
