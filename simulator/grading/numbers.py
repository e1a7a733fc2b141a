"""Numbers as people write them: a decimal comma in Indonesian, a point in English."""

from __future__ import annotations

from ledger.text import Text


def number(value: float, decimals: int = 0, *, signed: bool = False) -> Text:
    """The value with that many decimals in both languages; −0 is written 0."""
    rounded = round(value, decimals) + 0.0
    written = f"{rounded:+.{decimals}f}" if signed and rounded else f"{rounded:.{decimals}f}"
    written = written.replace("-", "−")
    return Text(id=written.replace(".", ","), en=written)


def filled(template: Text, **values: Text | str | int) -> Text:
    """The template with its {places} filled, in each language."""
    indonesian = {key: value.id if isinstance(value, Text) else value for key, value in values.items()}
    english = {key: value.en if isinstance(value, Text) else value for key, value in values.items()}
    return Text(id=template.id.format(**indonesian), en=template.en.format(**english))
