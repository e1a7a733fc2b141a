"""The holder's photograph on the page, and the pale second portrait: printed into the page, or stuck on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.specimen.box import Box
from simulator.specimen.ink import BRIGHTENED_UV
from simulator.specimen.page import Pixels
from simulator.specimen.view import Light
from verifier.reading.opencv import cv2

_Plane = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sight:
    """The part of the document that is drawn: `field` in mm, `px_per_mm`, and the light."""

    field: Box
    px_per_mm: float
    light: Light


def _warped(picture: Pixels, box: Box, sight: Sight, turn_deg: float = 0.0) -> tuple[_Plane, _Plane]:
    """The picture where `box` lies in the field (h, w, 3), and how much of each pixel it covers (h, w); 0 … 1."""
    height, width = (round(side * sight.px_per_mm) for side in (sight.field.height_mm, sight.field.width_mm))
    rows, columns = picture.shape[:2]
    scale_x = box.width_mm * sight.px_per_mm / columns
    scale_y = box.height_mm * sight.px_per_mm / rows
    left = (box.left_mm - sight.field.left_mm) * sight.px_per_mm
    top = (box.top_mm - sight.field.top_mm) * sight.px_per_mm
    place = np.array([[scale_x, 0, left], [0, scale_y, top], [0, 0, 1]])
    middle = (left + columns * scale_x / 2, top + rows * scale_y / 2)
    turn = np.vstack((cv2.getRotationMatrix2D(middle, turn_deg, 1.0), [0, 0, 1]))
    matrix = (turn @ place)[:2]
    source = picture
    if scale_x < 1:  # area averaging before a large reduction
        source = np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.45 / scale_x), dtype=np.uint8)
    method = cv2.INTER_CUBIC
    seen = cv2.warpAffine(source, matrix, (width, height), flags=method, borderMode=cv2.BORDER_REPLICATE)
    cover = cv2.warpAffine(np.ones((rows, columns), np.float32), matrix, (width, height), flags=cv2.INTER_LINEAR)
    return np.asarray(seen / 255, dtype=np.float32), np.asarray(cover, dtype=np.float32)


def _mixed(page: Pixels, layer: NDArray[np.floating], share: NDArray[np.floating]) -> Pixels:
    below = page.astype(np.float32) / 255
    mixed = below + (layer - below) * share[..., None].astype(np.float32)
    return np.asarray(np.clip(mixed * 255 + 0.5, 0, 255), dtype=np.uint8)


def _grey(colour: _Plane) -> _Plane:
    return np.asarray(colour @ np.array([0.114, 0.587, 0.299], np.float32))


def within(page: Pixels, box: Box, sight: Sight, draw: Callable[[Pixels, Sight], Pixels]) -> Pixels:
    """Let `draw` change only the part of the page around `box`: a photo is a tenth of the page."""
    origin = (sight.field.left_mm, sight.field.top_mm)
    height, width = page.shape[:2]
    left, top, right, bottom = box.grown(2.5).in_px(sight.px_per_mm, origin)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if left >= right or top >= bottom:
        return page
    scale = sight.px_per_mm
    corner = (origin[0] + left / scale, origin[1] + top / scale)
    part = Sight(Box(*corner, (right - left) / scale, (bottom - top) / scale), scale, sight.light)
    changed = page.copy()
    changed[top:bottom, left:right] = draw(page[top:bottom, left:right], part)
    return changed


def printed_into(page: Pixels, picture: Pixels, box: Box, sight: Sight) -> Pixels:
    """A genuine photo: toner in the paper. The background's lines run through it, the edge fades, infrared shows it."""
    seen, cover = _warped(picture, box, sight)
    soft = np.asarray(cv2.GaussianBlur(cover, (0, 0), 0.35 * sight.px_per_mm), dtype=np.float32)
    share = np.asarray(np.clip(soft * 2 - 1, 0, 1) * cover, dtype=np.float32)
    below = page.astype(np.float32) / 255
    grey = _grey(seen)
    if sight.light is Light.UV:
        return _mixed(page, below * (0.25 + 0.5 * grey[..., None]), share)
    if sight.light is Light.IR:
        return _mixed(
            page, np.repeat((0.24 + 0.62 * grey)[..., None], 3, axis=2), np.asarray(share * 0.95, dtype=np.float32)
        )
    toned = 0.82 * seen + 0.18 * grey[..., None]
    through = np.clip(toned * (0.55 + 0.45 * np.clip(below * 1.08, 0, 1)) * 1.04, 0, 1)
    return _mixed(page, through, share)


def stuck_on(page: Pixels, picture: Pixels, box: Box, sight: Sight, severity: float) -> Pixels:
    """A photo of ordinary paper glued over the first: sharp edge with a shadow, no lines through it, it glows, and

    infrared finds no carbon in it. `severity` 0 … 1 is how crooked and thick it is.
    """
    turned = 0.4 + 1.3 * severity
    place = box.moved(0.25 * severity, -0.2 * severity).grown(0.25 + 0.25 * severity)
    seen, cover = _warped(picture, place, sight, turned)
    shadow = np.asarray(cv2.GaussianBlur(cover, (0, 0), 0.45 * sight.px_per_mm), dtype=np.float32)
    shift = max(round((0.12 + 0.22 * severity) * sight.px_per_mm), 1)
    shadow = np.roll(shadow, (shift, shift), axis=(0, 1)) * (1 - cover) * (0.25 + 0.45 * severity)
    shaded = _mixed(page, np.zeros_like(seen), shadow)
    grey = _grey(seen)[..., None]
    if sight.light is Light.UV:
        glow = np.array(list(bytes.fromhex(BRIGHTENED_UV[1:]))[::-1], np.float32) / 255
        return _mixed(page, glow * (0.30 + 0.70 * grey), cover * (0.75 + 0.25 * severity))
    if sight.light is Light.IR:
        return _mixed(shaded, np.repeat(0.80 + 0.06 * grey, 3, axis=2), cover)
    edge = cover - np.asarray(cv2.erode(cover, np.ones((3, 3), np.uint8)), dtype=np.float32)
    vivid = np.clip(_grey(seen)[..., None] + (seen - grey) * 1.15, 0, 1) * 0.97
    return _mixed(_mixed(shaded, vivid, cover), np.full_like(seen, 0.96), edge * 0.7 * (0.3 + 0.7 * severity))


def ghost(page: Pixels, picture: Pixels, box: Box, sight: Sight, accent: str) -> Pixels:
    """The small second portrait in the state's colour, without its backdrop; infrared does not see it."""
    if sight.light is Light.IR:
        return page
    seen, cover = _warped(picture, box, sight)
    grey = _grey(seen)
    wide = picture.shape[1] / picture.shape[0]
    height, width = grey.shape
    x = (np.arange(width) / sight.px_per_mm + sight.field.left_mm - box.middle_mm[0]) / (box.width_mm / 2)
    y = (np.arange(height) / sight.px_per_mm + sight.field.top_mm - box.middle_mm[1]) / (box.height_mm / 2)
    oval = np.clip((1.02 - np.hypot(x[None, :], y[:, None] * (0.9 + 0.1 * wide))) * 5, 0, 1)
    strength = 0.30 if sight.light is Light.UV else 0.78
    share = np.asarray(np.clip(0.98 - grey, 0, 1) * cover * oval * strength, dtype=np.float32)
    ink = np.array(list(bytes.fromhex(accent[1:]))[::-1], np.float32) / 255
    tone = ink * 0.9 if sight.light is Light.VISIBLE else ink * 0.1
    return _mixed(page, np.broadcast_to(tone, seen.shape).astype(np.float32), share)
