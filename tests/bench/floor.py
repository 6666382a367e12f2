"""The floor: the same figure in the same size on a bare page that calls Plotly directly."""

from typing import Any

from playwright.sync_api import Browser

from tests.bench.reader import Reader

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
CONFIG = {"displayModeBar": False, "scrollZoom": False, "topojsonURL": "/app/static/v1/"}


class Floor:
    """A bare page with Plotly and nothing else."""

    def __init__(self, browser: Browser, server: str) -> None:
        self.reader = Reader(browser)
        self.reader.open_bare(f"{server}/view/pledges?theme=light")
        self.reader.page.evaluate(BARE)

    def draw(self, chart: dict[str, Any]) -> float:
        """Milliseconds from a figure's JSON to its paint, over the one drawn before."""
        asked = [chart["figure"], CONFIG]
        return float(self.reader.page.evaluate("([text, config]) => drawn(text, config)", asked))

    def close(self) -> None:
        """Leave the page."""
        self.reader.close()
