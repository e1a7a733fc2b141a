"""Reads a form of a page as a browser would send it back unchanged."""

from __future__ import annotations

from html.parser import HTMLParser

_SILENT = {"file", "submit", "button"}


class FormReader(HTMLParser):
    """Collects the successful controls of the form with that id (HTML, §4.10.21.4), files left out."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self._form_id = form_id
        self._inside = False
        self._select = ""
        self._option: str | None = None
        self._textarea: str | None = None
        self.fields: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("id") == self._form_id
        if not self._inside:
            return
        if tag == "input" and given.get("name"):
            self._input(given)
        elif tag == "select":
            self._select, self._option = given.get("name", ""), None
        elif tag == "option" and self._select and (self._option is None or "selected" in given):
            self._option = given.get("value", "")
        elif tag == "textarea":
            self._textarea = given.get("name", "")
            self.fields.append((self._textarea, ""))

    def _input(self, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in _SILENT or (kind in {"checkbox", "radio"} and "checked" not in given):
            return
        self.fields.append((given["name"], given.get("value", "on" if kind in {"checkbox", "radio"} else "")))

    def handle_data(self, data: str) -> None:
        if self._inside and self._textarea:
            name, value = self.fields[-1]
            self.fields[-1] = (name, value + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self._inside and self._select:
            self.fields.append((self._select, self._option or ""))
            self._select = ""
        elif tag == "textarea":
            self._textarea = None
        elif tag == "form":
            self._inside = False


def form_of(html: str, form_id: str) -> list[tuple[str, str]]:
    """Name and value of everything that the form would send."""
    reader = FormReader(form_id)
    reader.feed(html)
    assert reader.fields, f"no form {form_id}"
    return reader.fields
