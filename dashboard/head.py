"""Streamlit's index.html as we serve it: our title, our base address, nothing that we don't offer."""

import base64
import hashlib
import html
import re
from functools import cache

from dashboard.packing import STREAMLIT, plotly_name
from dashboard.parts.style import sheet
from dashboard.published.assets import faces, versioned

NAME = "Guarantees"
DESCRIPTION = "Who promised, refused and said what about security guarantees for Ukraine, with a source on every row."
TITLES = {
    "overview": NAME,
    "timeline": f"Timeline · {NAME}",
    "pledges": f"Pledges · {NAME}",
    "network": f"Network · {NAME}",
    "statements": f"Statements · {NAME}",
    "country": f"Countries · {NAME}",
    "speaker": f"Speakers · {NAME}",
    "event": f"Events · {NAME}",
    "data": f"Data · {NAME}",
}
HERE = "<!--what the head says-->"
CHARTED, UNCHARTED = ("overview", "timeline", "pledges", "network"), ("matrix", "actors")  # pages; their shapes
# The client looks for its base path under the page's own address and logs a 404 for each try; this tells it.
# It also fetches its typeface of icons, 375 kB, before any icon is there: that waits until one is drawn.
BASE = (
    'window.__streamlit={BACKEND_BASE_URL:location.origin+"/"};{const fonts=document.fonts,load=fonts.load.bind(fonts);'
    "fonts.load=(font,...rest)=>/Material/.test(font)?Promise.resolve([]):load(font,...rest)}"
)
# On a narrow window the filters lie over the page; whoever left them open comes back to the page all the same.
CLEAR = (
    'try{if(matchMedia("(max-width: 768px)").matches)Object.keys(localStorage).forEach(key=>'
    'key.startsWith("stSidebarCollapsed")&&localStorage.removeItem(key))}catch{}'
)
# The ground before the app has painted.
GROUND = (
    "html{background:#fdfcfa}@media (prefers-color-scheme:dark){html{background:#141517}}"
    # Streamlit's icons are a typeface of 375 kB, for two arrows: ours are letters (components/style.css).
    ":is([data-testid=stHeader],[data-testid=stSidebar]) [data-testid=stIconMaterial]{display:none}"
)
SCRIPTS = ("picture.js", "opener.js", "said.js", "panel.js")
PROGRAMS = ("bridge.js", "rail.js")  # what the app fetches once it runs (components/program.py), asked for earlier
DRAWING = ("figure.js", "quick.js", "quickmap.js")
LETTERS = (
    '<link rel="preload" as="font" type="font/woff2" crossorigin href="./app/static/v1/source-sans-3-latin.woff2" />'
)
NOSCRIPT = (
    "<noscript><p>Guarantees needs JavaScript. The rows behind each page are plain files: "
    '<a href="./api/pledges.csv">pledges.csv</a>, <a href="./api/timeline.csv">timeline.csv</a>, '
    '<a href="./api/network.csv">network.csv</a>.</p></noscript>'
)


def index(page: str, told: str = "", shape: str = "") -> bytes:
    """The page that starts the app at `page`, as UTF-8; `told` is what its head says of the view, else of the page."""
    before, after = shell(page in CHARTED and shape not in UNCHARTED)
    return f"{before}{told or plain(page)}{after}".encode()


@cache
def shell(charts: bool) -> tuple[str, str]:
    """The page before and behind what its head says; `charts` if it begins with one."""
    text = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"<link\s+rel=\"(service-desc|preload)\"[^>]*/>", "", text)
    text = re.sub(r"<noscript>.*?</noscript>", NOSCRIPT, text, flags=re.DOTALL)
    text = re.sub(r"<title>.*?</title>", f"{HERE}{early(charts)}", text)
    text = text.replace("</head>", f"<style>{faces()}</style>{scripts()}</head>", 1)
    text = text.replace("<head>", f"<head><style>{GROUND}</style><script>{BASE}{CLEAR}</script>{LETTERS}", 1)
    before, _, after = re.sub(r"\n\s*\n+", "\n", text).strip().partition(HERE)
    return before, after


def plain(page: str) -> str:
    """Title and description of a page, whatever it shows."""
    title = html.escape(TITLES.get(page, NAME))
    described = html.escape(DESCRIPTION, quote=True)
    return (
        f'<title>{title}</title><meta name="description" content="{described}" />'
        f'<meta property="og:title" content="{title}" /><meta property="og:description" content="{described}" />'
    )


def scripts() -> str:
    """What works in every page beside Streamlit: the menu of pictures, the place to drop one on, words for the ear, the
    panel of filters."""
    return "".join(f'<script type="module" src="./{versioned(name)}"></script>' for name in SCRIPTS)


def early(charts: bool) -> str:
    """What a page will ask for once it runs, asked for while it starts: style, programs, and Plotly for charts."""
    programs = "".join(
        f'<link rel="modulepreload" href="./{versioned(name)}" />' for name in PROGRAMS + DRAWING * charts
    )
    style = f'<link rel="preload" as="style" href="./part/style/{sheet()}" />'
    return style + programs + (f'<link rel="preload" as="script" href="./plotly/{plotly_name()}" />' if charts else "")


@cache
def script_hashes() -> tuple[str, ...]:
    """The hashes under which a content security policy allows the page's inline scripts."""
    scripts = re.findall(r"<script>(.*?)</script>", index("overview").decode(), flags=re.DOTALL)
    return tuple(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
