"""Certificates: one that nobody vouches for is refused, unless the site file says otherwise."""

import datetime as dt
import ipaddress
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.faults.server import FaultServer, listing

ARTICLE = "/news/2024/0305/100.html"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server with a certificate that it signed itself."""
    folder = tmp_path_factory.mktemp("certificate")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + certificate.public_bytes(serialization.Encoding.PEM)
    (folder / "server.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    with FaultServer(tls=context) as made:
        made.pages["/"] = listing(ARTICLE)
        yield made


def test_a_certificate_that_nobody_vouches_for_is_refused(server, crawl):
    outcome = crawl(strict=f'start_urls = ["{server.url}/"]')

    assert outcome.door(f"{server.url}/").startswith("failed: robots_unreachable")
    assert "certificate" in outcome.door(f"{server.url}/").lower()
    assert not server.asked
    assert outcome.exit_code == 3


def test_a_site_file_may_say_that_it_does_not_matter(server, crawl):
    url = server.url.replace("127.0.0.1", "localhost")  # another name than that of the certificate
    outcome = crawl(lenient=f'start_urls = ["{url}/"]\npoliteness = {{verify_certificate = false}}')

    assert outcome.door(url + ARTICLE) == "stored"
    assert "certificate" not in outcome.log.lower()
