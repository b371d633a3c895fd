"""Guards: only the page itself, opened by the person at this computer, may ask."""

import hmac
import secrets
from collections.abc import Mapping
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# In bytes; the longest text that may be sent.
MOST = 4_000_000
_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
    "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class Secrets(NamedTuple):
    """What lets the page in: `token` once, in its address, then `key` in a cookie."""

    token: str
    key: str

    @classmethod
    def make(cls) -> "Secrets":
        """Return new ones."""
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(24))


class Guard:
    """Lets a request through if it comes from the page, and sets the policy of each answer.

    Args:
        app: what answers.
        host: the only value of `Host`, such as `127.0.0.1:8123`.
        known: what lets the page in.
    """

    def __init__(self, app: ASGIApp, host: str, known: Secrets) -> None:
        self._app = app
        self._host = host
        # Browsers share cookies between the ports of an address.
        self._cookie = f"plainlint-{host.rpartition(':')[2]}"
        self._secrets = known
        self._is_token_used = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope["plainlint.nonce"] = nonce

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update({**_HEADERS, "content-security-policy": _POLICY.format(nonce=nonce)})
            await send(message)

        answer = self._let_in(scope) or self._find_refusal(scope)
        if answer:
            await answer(scope, receive, send_guarded)
        else:
            await self._app(scope, _limit(receive), send_guarded)

    def _let_in(self, scope: Scope) -> Response | None:
        """Exchange the token in the address for a cookie, once."""
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not given or self._is_token_used or Headers(scope=scope).get("host") != self._host:
            return None
        if not hmac.compare_digest(given.encode(), self._secrets.token.encode()):
            return None
        self._is_token_used = True
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self._cookie, self._secrets.key, httponly=True, samesite="strict")
        return answer

    def _find_refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host") != self._host:
            return _refuse("This address is not the page's own.", 400)
        if not self._has_key(headers):
            return _refuse(
                "This page is open for one browser only. Start plainlint serve again, and use the "
                "address that it prints.",
                403,
            )
        allowed = {"same-origin", "none"} if scope["method"] == "GET" else {"same-origin"}
        if headers.get("sec-fetch-site", "same-origin") not in allowed:
            return _refuse("Another page asked for this.", 403)
        return self._find_refusal_of_change(scope["method"], headers)

    def _find_refusal_of_change(self, method: str, headers: Headers) -> Response | None:
        if method in {"GET", "HEAD"}:
            return None
        if method != "POST":
            return _refuse("This is not something that the page asks for.", 405)
        if headers.get("origin") != f"http://{self._host}":
            return _refuse("Another page asked for this.", 403)
        if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return _refuse("The page sends JSON only.", 415)
        length = headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST:
            return _refuse("This text is too long: 4 MB is the most.", 413)
        return None

    def _has_key(self, headers: Mapping[str, str]) -> bool:
        cookie = SimpleCookie(headers.get("cookie", "")).get(self._cookie)
        return cookie is not None and hmac.compare_digest(
            cookie.value.encode(), self._secrets.key.encode()
        )


def _refuse(words: str, status: int) -> Response:
    return PlainTextResponse(f"{words}\n", status)


def _limit(receive: Receive) -> Receive:
    """Return a reader that ends a request whose body is longer than it may be."""
    count = 0

    async def receive_limited() -> Message:
        nonlocal count
        message = await receive()
        count += len(message.get("body", b""))
        return message if count <= MOST else {"type": "http.disconnect"}

    return receive_limited
