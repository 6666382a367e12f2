"""Colours and type of every figure, light and dark. Colour is for meaning; ink is for text."""

from dataclasses import dataclass
from functools import lru_cache

FONT = '"Source Sans 3", sans-serif'

STATUS_LETTER = {
    "signed": "S",
    "pledged": "P",
    "conditional": "C",
    "open": "O",
    "undecided": "U",
    "declined": "D",
    "withdrawn": "W",
    "delivered": "X",
}

_INK = "#1b1c1e"
_WHITE = "#ffffff"
_NIGHT = "#141517"


@dataclass(frozen=True)
class Theme:
    """Named colours (``#rrggbb``) of one theme; the dicts are keyed by vocabulary code.

    ``status_outline`` reaches 3:1 on paper and land where the fill does not; ``status_ink`` is the letter's colour on
    a full fill; ``status_word`` the colour as text on paper. ``ukraine`` fills the country itself.
    """

    name: str
    paper: str
    surface: str
    ink: str
    muted: str
    hairline: str
    land: str
    border: str
    sea: str
    accent: str
    veil: str
    doubt: str
    ukraine: str
    status: dict[str, str]
    status_ink: dict[str, str]
    status_outline: dict[str, str]
    status_word: dict[str, str]
    tone: dict[str, str]
    quad: dict[str, str]
    font: str
    scale: float

    def px(self, size: float) -> float:
        """A size in pixels at this theme's scale (1 on a screen at hand, more on a slide)."""
        return round(size * self.scale, 1)

    def aged(self, status: str) -> str:
        """Lighter fill of a position not repeated for 180 days; text on it is ``ink``."""
        return mix(self.status[status], self.paper, 0.42 if self.name == "dark" else 0.48)


@lru_cache(maxsize=4096)
def mix(colour: str, ground: str, share: float) -> str:
    """``share`` of ``colour`` laid over ``ground``, as ``#rrggbb``."""
    pairs = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb`` (WCAG 2): 0 for black, 1 for white."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """Contrast of two colours (WCAG 2), from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=1024)
def readable(fill: str) -> str:
    """Ink or white: the text colour that reads better on the fill."""
    return max((_INK, _WHITE), key=lambda text: contrast(text, fill))


def halo(theme: Theme) -> str:
    """A shadow of the paper's colour around letters, so that lines beneath don't strike them through."""
    return ", ".join(f"{x}px {y}px 2px {theme.paper}" for x in (-1, 0, 1) for y in (-1, 0, 1))


# status: fill, letter on it, outline, word on paper
_LIGHT_STATUS = {
    "signed": ("#06524f", _WHITE, "#06524f", "#06524f"),
    "pledged": ("#0b7a75", _WHITE, "#0b7a75", "#0b7a75"),
    "conditional": ("#4aa295", _INK, "#2f8579", "#23736a"),
    "open": ("#dcbd5e", _INK, "#937523", "#7a5f14"),
    "undecided": ("#c5c0ba", _INK, "#7d7973", "#64635e"),
    "declined": ("#b5451b", _WHITE, "#b5451b", "#a83f17"),
    "withdrawn": ("#b5451b", _WHITE, "#b5451b", "#a83f17"),
    "delivered": ("#6a5aa8", _WHITE, "#6a5aa8", "#6a5aa8"),
}
_DARK_STATUS = {
    "signed": ("#0b7b73", _WHITE, "#0f968d", "#2bb3a9"),
    "pledged": ("#3caba1", _NIGHT, "#3caba1", "#3caba1"),
    "conditional": ("#90d4c9", _NIGHT, "#90d4c9", "#90d4c9"),
    "open": ("#d6ad42", _NIGHT, "#d6ad42", "#d6ad42"),
    "undecided": ("#605a54", _WHITE, "#a39c94", "#a5a49e"),
    "declined": ("#dd6b41", _NIGHT, "#dd6b41", "#ec7f56"),
    "withdrawn": ("#dd6b41", _NIGHT, "#dd6b41", "#ec7f56"),
    "delivered": ("#b3a0ea", _NIGHT, "#b3a0ea", "#b3a0ea"),
}


def _columns(rows: dict[str, tuple[str, str, str, str]]) -> dict[str, dict[str, str]]:
    names = ("status", "status_ink", "status_outline", "status_word")
    return {name: {code: row[i] for code, row in rows.items()} for i, name in enumerate(names)}


LIGHT = Theme(
    name="light",
    paper="#fdfcfa",
    surface="#f6f4ef",
    ink=_INK,
    muted="#64635e",
    hairline="#dedbd3",
    land="#efede7",
    border="#d9d6cd",
    sea="#fdfcfa",
    accent="#0b7a75",
    veil="#fdfcfa",
    doubt="#b5451b",
    ukraine="#f7e8b0",
    font=FONT,
    scale=1.0,
    **_columns(_LIGHT_STATUS),
    tone={
        "supportive": "#0b7a75",
        "neutral": "#918f8a",
        "critical": "#b97e0e",
        "hostile": "#b3202c",
        "mixed": "#6f5b9a",
    },
    quad={
        "verbal_cooperation": "#3d9a8d",
        "material_cooperation": "#065f5b",
        "verbal_conflict": "#b9801f",
        "material_conflict": "#9c1b26",
    },
)

DARK = Theme(
    name="dark",
    paper=_NIGHT,
    surface="#1b1e20",
    ink="#ecebe6",
    muted="#a5a49e",
    hairline="#33383b",
    land="#22272a",
    border="#353c40",
    sea=_NIGHT,
    accent="#3caba1",
    veil=_NIGHT,
    doubt="#f08a5d",
    ukraine="#4d4520",
    font=FONT,
    scale=1.0,
    **_columns(_DARK_STATUS),
    tone={
        "supportive": "#3db3aa",
        "neutral": "#77777c",
        "critical": "#e0a63a",
        "hostile": "#f0626b",
        "mixed": "#a893dd",
    },
    quad={
        "verbal_cooperation": "#a6e3d9",
        "material_cooperation": "#3db3aa",
        "verbal_conflict": "#e0a63a",
        "material_conflict": "#f0626b",
    },
)

_THEMES = {"light": LIGHT, "dark": DARK}


def theme(name: str) -> Theme:
    """The theme of that name; anything but "dark" is light."""
    return _THEMES.get(name, LIGHT)
