"""A browser without script: cookies, forms, redirects, over real HTTP. For what a person's browser would never send."""

from __future__ import annotations

import http.client
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode, urljoin, urlsplit

_INPUT = re.compile(r"<input\b[^>]*>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, after redirects."""

    status: int
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def says(self) -> str:
        """Only what people read."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text)).split())

    def hidden(self, name: str) -> str:
        """Value of the first hidden input of that name."""
        for tag in _INPUT.findall(self.text):
            attributes = dict(_ATTRIBUTE.findall(tag))
            if attributes.get("name") == name and attributes.get("type") == "hidden":
                return unescape(attributes["value"])
        raise AssertionError(f"no hidden input {name} on {self.path}")


@dataclass
class Browser:
    """Keeps cookies as browsers do. `follow` is off where the redirect itself is looked at."""

    url: str
    cookies: dict[str, str] = field(default_factory=dict)
    language: str = "en"

    def get(self, path: str, *, follow: bool = True, headers: Mapping[str, str] | None = None) -> Answer:
        return self._send("GET", path, b"", dict(headers or {}), follow=follow)

    def post(
        self,
        path: str,
        fields: Mapping[str, str] | Iterable[tuple[str, str]],
        *,
        files: Mapping[str, tuple[str, bytes]] | None = None,
        follow: bool = True,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        pairs = list(fields.items() if isinstance(fields, Mapping) else fields)
        if files is None:
            kind, body = "application/x-www-form-urlencoded", urlencode(pairs).encode()
        else:
            kind, body = _multipart(pairs, files)
        return self._send("POST", path, body, {"Content-Type": kind, **(headers or {})}, follow=follow)

    def form(self, page: str, path: str, fields: Mapping[str, str], **how: object) -> Answer:
        """Open a page, then send a form of it with its token."""
        token = self.get(page).hidden("form_token")
        return self.post(path, {"form_token": token, **fields}, **how)  # type: ignore[arg-type]  # as for post

    def sign_in(self, name: str, password: str, *, device: str = "booth-3") -> Answer:
        return self.form("/login", "/login", {"name": name, "password": password, "device": device})

    def _send(self, method: str, path: str, body: bytes, headers: dict[str, str], *, follow: bool) -> Answer:
        for _ in range(6):
            answer = self._once(method, path, body, headers)
            if not follow or answer.status not in {302, 303, 307, 308}:
                return answer
            path = urljoin(path, answer.headers["location"])
            method, body, headers = "GET", b"", {}
        raise AssertionError(f"too many redirects to {path}")

    def _once(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        where = urlsplit(self.url)
        connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
        sent = {"Accept-Language": self.language, **headers}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body or None, sent)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        for line in response.headers.get_all("set-cookie") or []:
            self._keep(line)
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, path, found, content)

    def _keep(self, line: str) -> None:
        pair, *attributes = line.split(";")
        name, _, value = pair.partition("=")
        if any(each.strip().lower() == "max-age=0" for each in attributes):
            self.cookies.pop(name.strip(), None)
        else:
            self.cookies[name.strip()] = value.strip().strip('"')


def _multipart(pairs: list[tuple[str, str]], files: Mapping[str, tuple[str, bytes]]) -> tuple[str, bytes]:
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in pairs
    ]
    parts += [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n'.encode()
        + b"Content-Type: application/octet-stream\r\n\r\n"
        + content
        + b"\r\n"
        for name, (file, content) in files.items()
    ]
    return f"multipart/form-data; boundary={boundary}", b"".join(parts) + f"--{boundary}--\r\n".encode()
