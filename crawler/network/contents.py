"""What a body is, whatever it is called: pictures, films, archives and documents are no pages."""

MAGIC = (
    b"%PDF-",
    b"\x89PNG\r\n",
    b"GIF8",
    b"\xff\xd8\xff",
    b"RIFF",
    b"PK\x03\x04",
    b"Rar!\x1a",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"\xd0\xcf\x11\xe0",
    b"OggS",
    b"ID3",
    b"\x1aE\xdf\xa3",
    b"wOF",
    b"MZ",
    b"\x7fELF",
)
"""How such files begin; source: the registries of `file(1)`."""

OTHER_TYPES = ("image/", "audio/", "video/", "font/")


def is_binary(body: bytes, content_type: str = "") -> bool:
    """Say whether a body is a file of another kind, by its first bytes, or by a label that no page bears by mistake."""
    start = body[:16].lstrip(b" \t\r\n")
    return start.startswith(MAGIC) or body[4:8] == b"ftyp" or content_type.lower().startswith(OTHER_TYPES)
