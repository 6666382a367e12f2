"""A provider of identities for tests (OpenID Connect), on this machine: it signs in whoever comes, as Ada Example."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "guarantees", "a secret that only this test knows"
ADA = {"sub": "1", "name": "Ada <x-ill> Example", "email": "ada@office.example"}


class Issuer(ThreadingHTTPServer):
    """Knows its key, and the requests that it has answered with a code."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.key = RSAKey.generate_key(2048, {"kid": "1"})
        self.others_key = RSAKey.generate_key(2048, {"kid": "1"})
        self.codes: dict[str, dict[str, str]] = {}
        self.is_refusing = self.is_forged = False

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def discovered(self) -> dict[str, object]:
        """What it says of itself."""
        places = {"authorization": "authorize", "token": "token", "userinfo": "userinfo", "end_session": "leave"}
        return {
            "issuer": self.url,
            "jwks_uri": f"{self.url}/jwks",
            **{f"{name}_endpoint": f"{self.url}/{place}" for name, place in places.items()},
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def token(self, asked: dict[str, str]) -> dict[str, object]:
        """The signed identity for a code, once, and only to whom the code was given for."""
        begun = self.codes.pop(asked["code"])
        proof = base64.urlsafe_b64encode(hashlib.sha256(asked["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        assert (begun["code_challenge"], begun["redirect_uri"]) == (proof, asked["redirect_uri"])
        now = int(time.time())
        told = {**ADA, "iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": begun["nonce"]}
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, told, self.others_key if self.is_forged else self.key)
        return {"access_token": secrets.token_hex(8), "token_type": "Bearer", "expires_in": 300, "id_token": signed}


class Answers(BaseHTTPRequestHandler):
    """One request to the provider."""

    server: Issuer

    def do_GET(self) -> None:
        """Discovery, keys, the reader who signs in, what is known of her."""
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            self.authorized(dict(parse_qsl(parts.query)))
        elif parts.path == "/leave":
            self.led(parse_qs(parts.query)["post_logout_redirect_uri"][0])
        else:
            told = {
                "/.well-known/openid-configuration": self.server.discovered(),
                "/jwks": {"keys": [self.server.key.as_dict(private=False)]},
                "/userinfo": ADA,
            }[parts.path]
            self.say(told)

    def do_POST(self) -> None:
        """A code is turned into an identity."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.say(self.server.token(dict(parse_qsl(body))))

    def authorized(self, asked: dict[str, str]) -> None:
        """Back to the app with a code, or with a refusal."""
        code = secrets.token_hex(8)
        self.server.codes[code] = asked
        found = {"error": "access_denied"} if self.server.is_refusing else {"code": code}
        self.led(f"{asked['redirect_uri']}?{urlencode({**found, 'state': asked['state']})}")

    def led(self, to: str) -> None:
        """A redirect."""
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def say(self, told: object) -> None:
        """JSON."""
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def issuing() -> Iterator[Issuer]:
    """A provider that answers until the end of the block."""
    server = Issuer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def settings(issuer: Issuer) -> str:
    """The section of secrets.toml that asks readers to sign in there."""
    return f"""\
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{secrets.token_hex(32)}"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{issuer.url}/.well-known/openid-configuration"
"""
