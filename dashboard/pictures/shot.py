"""One picture of one of our pages: what is opened, at which size, and how the browser's tab gives it."""

import asyncio
import base64
import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from choreographer.browser_async import Tab
from choreographer.browsers import BrowserClosedError

from dashboard.pictures.outlines import covered

# By this cookie the server knows its own browser, where all others have to sign in.
INSIDE, KEY = "guarantees_inside", secrets.token_urlsafe(32)
# Settled when the page says that it is drawn, or when the server refused it.
SETTLED = """new Promise(done => {
  const look = () => {
    const status = performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0;
    if (status >= 400) done(`answered ${status}`);
    else if (document.body?.dataset.ready) done("ready");
    else setTimeout(look, 15);
  };
  look();
})"""
WORDS, DRAWN = ((Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("words.js", "drawing.js"))


class NotTaken(Exception):  # noqa: N818 - named for what is the case
    """The page can't be photographed; the message says why."""


@dataclass(frozen=True)
class Shot:
    """What to take: the address on this server, the size in pixels, as PNG or as SVG.

    `scale` draws everything that much finer: a PNG has `width` × `scale` pixels.
    """

    address: str
    width: int
    height: int
    form: str = "png"
    scale: int = 1


async def take(tab: Tab, shot: Shot, server: str) -> bytes:
    """The picture from a tab of the browser; `server` is its address on this machine, such as 127.0.0.1:8501."""
    size = {"width": shot.width, "height": shot.height, "deviceScaleFactor": shot.scale, "mobile": False}
    await told(tab, "Emulation.setDeviceMetricsOverride", **size)
    calm = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    await told(tab, "Emulation.setEmulatedMedia", features=calm)
    await told(tab, "Network.setCookie", name=INSIDE, value=KEY, url=f"http://{server}/", httpOnly=True)
    opened = await told(tab, "Page.navigate", url=f"http://{server}{shot.address}")
    if opened.get("errorText"):
        raise NotTaken(f"The page did not open: {opened['errorText']}.")
    settled = await worked_out(tab, SETTLED)
    if settled != "ready":
        raise NotTaken(f"The page {settled}.")
    return await (svg(tab) if shot.form == "svg" else png(tab))


async def png(tab: Tab) -> bytes:
    """What the tab shows."""
    return base64.b64decode((await told(tab, "Page.captureScreenshot", format="png", optimizeForSpeed=False))["data"])


async def svg(tab: Tab) -> bytes:
    """What the tab shows as SVG, its words letter by letter."""
    return str(await worked_out(tab, drawing())).encode(errors="ignore")


def drawing() -> str:
    """The script that comes to a page's SVG, its words letter by letter."""
    return f"(() => {{ {WORDS} return ({DRAWN})({json.dumps(covered())}); }})()"


async def worked_out(tab: Tab, script: str) -> Any:
    """What a script in the page comes to."""
    answer = await told(tab, "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
    if "exceptionDetails" in answer:
        raise NotTaken("The page failed while it was drawn.")
    return answer["result"].get("value")


async def told(tab: Tab, command: str, **parameters: Any) -> dict[str, Any]:
    """The browser's answer to a command."""
    try:
        answer = await tab.send_command(command, parameters)
    except asyncio.CancelledError as error:
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise
        raise BrowserClosedError(command) from error  # the browser died: its driver cancels what was waited for
    if "error" in answer:
        raise NotTaken(f"The browser refused {command}.")
    return dict(answer["result"])
