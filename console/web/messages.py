"""The pages' own sentences: English in the templates, Indonesian in one catalogue a face.

`python -m console.web.messages` brings the catalogues up to date with the templates; what it adds is to be translated.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from babel.support import NullTranslations, Translations

WEB: Final = Path(__file__).parent
SOURCE_LANGUAGE: Final = "en"
TRANSLATED: Final = ("id",)
_OPTIONS: Final = {"**.html": {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}


def template_folders(web: Path = WEB) -> dict[str, Path]:
    """Name of a face (`base` for what all share) → its templates."""
    faces = {path.parent.name: path for path in sorted(web.glob("*/templates"))}
    return {"base": web / "templates"} | faces


def catalogue_path(language: str, face: str, web: Path = WEB) -> Path:
    """Where the translation of one face is kept."""
    return web / "i18n" / language / f"{face}.po"


def translations(language: str, web: Path = WEB) -> NullTranslations:
    """All catalogues of a language as one; English needs none."""
    merged: Any = NullTranslations()
    if language == SOURCE_LANGUAGE:
        return merged
    together = Catalog(locale=language)
    for face in template_folders(web):
        for message in _read(catalogue_path(language, face, web), language):
            if message.id:
                together.add(message.id, message.string, context=message.context)
    compiled = io.BytesIO()
    write_mo(compiled, together)
    compiled.seek(0)
    return Translations(compiled)


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def extracted(web: Path = WEB) -> dict[str, Catalog]:
    """Face → what its templates say. A sentence that `base` has already stands only there."""
    found: dict[str, Catalog] = {}
    shared: set[Any] = set()
    for face, folder in template_folders(web).items():
        catalogue = Catalog()
        for identifier in _said(folder):
            if identifier not in shared:
                catalogue.add(identifier)
        if face == "base":
            shared = {message.id for message in catalogue}
        found[face] = catalogue
    return found


def _said(folder: Path) -> Iterator[Any]:
    method = [("**.html", "jinja2.ext:babel_extract")]
    for _, _, identifier, _, _ in extract_from_dir(str(folder), method_map=method, options_map=_OPTIONS):
        yield identifier


def update(web: Path = WEB) -> dict[str, int]:
    """Write the catalogues anew, keeping translations; gives the number of untranslated messages by file."""
    missing: dict[str, int] = {}
    for face, said in extracted(web).items():
        for language in TRANSLATED:
            path = catalogue_path(language, face, web)
            catalogue = _read(path, language)
            catalogue.update(said, no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as stream:
                write_po(stream, catalogue, width=110, no_location=True, sort_output=True, omit_header=True)
            missing[path.name] = len(untranslated(catalogue))
    return missing


def untranslated(catalogue: Catalog) -> list[Any]:
    """Ids of messages that have no translation, or only part of one, or a doubtful one."""
    return [
        message.id
        for message in catalogue
        if message.id and (message.fuzzy or not all(message.string if message.pluralizable else [message.string]))
    ]


def main() -> None:
    """Update, and say what is left to do."""
    for name, count in update().items():
        print(f"{name}: {count} to translate" if count else f"{name}: complete")  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
