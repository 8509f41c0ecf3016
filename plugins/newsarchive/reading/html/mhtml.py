"""MHTML: the page within a web archive (RFC 2557), which is written as an e-mail with the page as its first part."""

import email
import email.policy
from itertools import islice

_PARTS = 200


def page_in_mhtml(data: bytes) -> bytes | None:
    """Return the bytes of the first part of type text/html, in UTF-8 where it says its encoding, or None.

    Looked at are the first 200 parts; a web archive nested so deep that the standard library cannot follow has none.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = list(islice(message.walk(), _PARTS))
    except RecursionError:
        return None
    for part in parts:
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return _in_utf8(content, part.get_content_charset()) if isinstance(content, bytes) else None
    return None


def _in_utf8(content: bytes, charset: str | None) -> bytes:
    """Return the page in UTF-8 where the part says its encoding truly; else the page itself has to say it."""
    try:
        return content.decode(charset or "utf-8").encode()
    except (LookupError, UnicodeDecodeError):
        return content
