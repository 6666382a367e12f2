"""A presentation in a window, and the step that is seen of it."""

from playwright.sync_api import Frame, FrameLocator, Page, ViewportSize, expect

from tests.e2e.visits import Visit

SLIDE = (1920, 1080)
FRAMES = 4  # in which present.js draws: all are there before the network goes, as nothing loads after that


def present(visit: Visit, url: str, size: tuple[int, int] = SLIDE) -> Page:
    """The presentation in a window of that size, its first step shown."""
    visit.page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    page = visit.open_plain(url)
    expect(page.locator("body[data-step]")).to_be_visible()
    return page


def shown(page: Page) -> FrameLocator:
    """The step that is seen."""
    return page.frame_locator("iframe.front")


def seen(page: Page) -> Frame:
    """The frame of the step that is seen."""
    handle = page.locator("iframe.front").element_handle()
    frame = handle.content_frame() if handle else None
    assert frame
    return frame


def limited(page: Page, most: int) -> None:
    """Of the steps that are fetched from now on only so many come, then the network is away."""
    left = iter(range(most))
    page.route("**/view/**", lambda route: route.continue_() if next(left, None) is not None else route.abort())
