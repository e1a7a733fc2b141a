"""Many screenshots on one picture, small enough for a repository."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_COLOURS = 208
_GAP_PX = 14
_LABEL_PX = 22
_TALLEST = 2.2  # times the width; longer pages are cut, their start says enough
_GROUND = (92, 100, 97)


def full(image: Image.Image, path: Path) -> None:
    """One page as PNG, with as few colours as it needs: pages are flat."""
    tall = min(image.height, round(image.width * 1.6))
    image.crop((0, 0, image.width, tall)).quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def sheet(pictures: list[tuple[str, Image.Image]], path: Path, *, is_wide: bool) -> None:
    """All pages of a face with their names, each put into the shortest column; WebP."""
    columns, width = (4, 560) if is_wide else (7, 270)
    if not pictures:
        return
    columns = min(columns, len(pictures))
    ends = [_GAP_PX] * columns
    placed: list[tuple[int, int, str, Image.Image]] = []
    for name, picture in pictures:
        tall = min(picture.height, round(picture.width * _TALLEST))
        small = picture.crop((0, 0, picture.width, tall)).resize(
            (width, round(tall * width / picture.width)), Image.Resampling.LANCZOS
        )
        column = ends.index(min(ends))
        placed.append((_GAP_PX + column * (width + _GAP_PX), ends[column], name, small))
        ends[column] += small.height + _LABEL_PX + _GAP_PX
    whole = Image.new("RGB", (_GAP_PX + columns * (width + _GAP_PX), max(ends)), _GROUND)
    pen, font = ImageDraw.Draw(whole), ImageFont.load_default(14)
    for left, top, name, small in placed:
        pen.text((left, top), name.replace("_", " "), fill="white", font=font)
        whole.paste(small, (left, top + _LABEL_PX))
    whole.save(path, quality=50, method=6)
