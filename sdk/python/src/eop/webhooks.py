"""Signatures of webhooks (https://www.standardwebhooks.com)."""

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Iterable, Mapping

_TOLERANCE = 300


class WebhookRefused(Exception):
    """A webhook that is not what it says it is, or is too old."""


def verify_webhook(secrets: str | Iterable[str], headers: Mapping[str, str], body: str | bytes) -> None:
    """Makes sure that a webhook was sent by the platform, and not more than five minutes ago.

    `headers` are found by their names in lower case; `body` is what came, not parsed and written again. While a secret is
    being replaced give both.
    """
    at = headers.get("webhook-timestamp", "")
    if not at.isdecimal() or abs(time.time() - int(at)) > _TOLERANCE:
        raise WebhookRefused("its time is not within five minutes")
    data = body.encode() if isinstance(body, str) else body
    content = b".".join((headers.get("webhook-id", "").encode(), at.encode(), data))
    given = [_bytes(one[3:]) for one in headers.get("webhook-signature", "").split() if one.startswith("v1,")]
    for secret in [secrets] if isinstance(secrets, str) else secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        genuine = hmac.digest(key, content, hashlib.sha256)
        if any(hmac.compare_digest(genuine, one) for one in given):
            return
    raise WebhookRefused("no signature is of a secret that was given")


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""  # nobody's signature
