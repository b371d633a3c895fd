"""Images: the text that says what they show, and those that need none."""

from collections.abc import Mapping
from typing import NamedTuple

IMAGE_TEXT = "image text"
DECORATIVE = "decorative image"
_PIXEL = frozenset({"0", "1", "0px", "1px"})
_NO_ROLE = frozenset({"presentation", "none"})


class ImageText(NamedTuple):
    """The text of an image, and whether the page says that the image needs none."""

    text: str
    is_decorative: bool


def read_image_text(attributes: Mapping[str, str]) -> ImageText:
    """Read the text of an image from its attributes.

    An empty `alt` says that the image shows nothing that a reader must know; without `alt`, it is
    not known.

    Source: HTML Living Standard, 4.8.4.4, "Requirements for providing text to act as an
    alternative for images".
    """
    text = " ".join((attributes.get("alt") or attributes.get("aria-label", "")).split())
    is_pixel = attributes.get("width") in _PIXEL and attributes.get("height") in _PIXEL
    says_so = "alt" in attributes or attributes.get("role", "").lower() in _NO_ROLE
    return ImageText(text, is_decorative=not text and (says_so or is_pixel))
