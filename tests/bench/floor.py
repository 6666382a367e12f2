"""The floor: the same figure in the same size on a bare page that calls Plotly directly."""

import json
from typing import Any

from playwright.sync_api import Browser

from dashboard.packing import plotly_name
from tests.bench.reader import Opening, Reader

BARE = """() => {
    document.body.innerHTML = '<div id="bare"></div>';
    window.drawn = (text, config) => new Promise((done) => {
        const began = performance.now();
        const figure = JSON.parse(text);
        Plotly.react("bare", figure.data, figure.layout, config).then(() => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now() - began);
            channel.port2.postMessage(0);
        }));
    });
}"""
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bare</title><script src="/plotly/NAME"></script></head>
<body><div id="bare"></div><script>
const figure = FIGURE;
Plotly.newPlot("bare", figure.data, figure.layout, CONFIG).then(() => { document.body.dataset.ready = ""; });
</script></body></html>"""
EMPTY = {"figure": '{"data": [], "layout": {}}'}
CONFIG = {"displayModeBar": False, "scrollZoom": False, "topojsonURL": "/app/static/v1/"}


class Floor:
    """A bare page with Plotly and nothing else."""

    def __init__(self, browser: Browser, server: str) -> None:
        self.reader, self.server = Reader(browser), server
        self.reader.open_bare(f"{server}/view/pledges?theme=light")
        self.reader.page.evaluate(BARE)

    def draw(self, chart: dict[str, Any]) -> float:
        """Milliseconds from a figure's JSON to its paint, over the one drawn before."""
        asked = [chart["figure"], CONFIG]
        return float(self.reader.page.evaluate("([text, config]) => drawn(text, config)", asked))

    def open(self, chart: dict[str, Any]) -> Opening:
        """A page that holds a figure and calls Plotly, opened to its paint."""
        page = (
            PAGE.replace("NAME", plotly_name())
            .replace("FIGURE", chart["figure"].replace("</", "<\\/"))
            .replace("CONFIG", json.dumps(CONFIG))
        )
        self.reader.page.route("**/bare.html", lambda route: route.fulfill(body=page, content_type="text/html"))
        opened = self.reader.open_bare(f"{self.server}/bare.html")
        self.reader.page.unroute("**/bare.html")
        return opened

    def close(self) -> None:
        """Leave the page."""
        self.reader.close()
