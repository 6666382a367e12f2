"""What is on the screen, as an image."""

import io

from PIL import Image
from playwright.sync_api import Error, Locator, Page

FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
TRIES = 4


def sight(shown: Page | Locator) -> Image.Image:
    """A page's window, or a part of it, in RGB.

    A busy browser now and then has no frame to give ("Unable to capture screenshot"): it is asked again after its
    next one, a few times.
    """
    page = shown if isinstance(shown, Page) else shown.page
    for _ in range(TRIES - 1):
        try:
            return _taken(shown)
        except Error as error:
            if "Unable to capture screenshot" not in error.message:
                raise
            page.evaluate(FRAME)
    return _taken(shown)


def _taken(shown: Page | Locator) -> Image.Image:
    return Image.open(io.BytesIO(shown.screenshot())).convert("RGB")
