"""Colours and type of every figure, light and dark. Colour is for meaning; ink is for text."""

from dataclasses import dataclass, field

FONT = '"Source Sans 3", "Source Sans", sans-serif'

STATUS_ORDER = ("signed", "pledged", "conditional", "open", "undecided", "declined")
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
    a full fill; ``status_word`` a text-safe form of the colour on paper. Aged fills are ``aged(status)``.
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
    status: dict[str, str] = field(default_factory=dict)
    status_ink: dict[str, str] = field(default_factory=dict)
    status_outline: dict[str, str] = field(default_factory=dict)
    status_word: dict[str, str] = field(default_factory=dict)
    tone: dict[str, str] = field(default_factory=dict)
    quad: dict[str, str] = field(default_factory=dict)
    font: str = FONT

    def aged(self, status: str) -> str:
        """Lighter fill of a position not repeated for 180 days; text on it is ``ink``."""
        return mix(self.status[status], self.paper, 0.34)


def mix(colour: str, ground: str, share: float) -> str:
    """``share`` of ``colour`` laid over ``ground``, as ``#rrggbb``."""
    pairs = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


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
    status={
        "signed": "#06524f",
        "pledged": "#0b7a75",
        "conditional": "#5fb3a6",
        "open": "#e0c36a",
        "undecided": "#cdc9c4",
        "declined": "#b5451b",
        "withdrawn": "#b5451b",
        "delivered": "#3a5a8c",
    },
    status_ink={
        "signed": _WHITE,
        "pledged": _WHITE,
        "conditional": _INK,
        "open": _INK,
        "undecided": _INK,
        "declined": _WHITE,
        "withdrawn": _WHITE,
        "delivered": _WHITE,
    },
    status_outline={
        "signed": "#06524f",
        "pledged": "#0b7a75",
        "conditional": "#2f8579",
        "open": "#937523",
        "undecided": "#7d7973",
        "declined": "#b5451b",
        "withdrawn": "#b5451b",
        "delivered": "#3a5a8c",
    },
    status_word={
        "signed": "#06524f",
        "pledged": "#0b7a75",
        "conditional": "#23736a",
        "open": "#7a5f14",
        "undecided": "#64635e",
        "declined": "#a83f17",
        "withdrawn": "#a83f17",
        "delivered": "#3a5a8c",
    },
    tone={
        "supportive": "#0b7a75",
        "neutral": "#8b8a85",
        "critical": "#b97e0e",
        "hostile": "#b3202c",
        "mixed": "#6f5b9a",
    },
    quad={
        "verbal_cooperation": "#5fb3a6",
        "material_cooperation": "#0b7a75",
        "verbal_conflict": "#d29a3a",
        "material_conflict": "#b3202c",
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
    accent="#46b9b0",
    veil=_NIGHT,
    doubt="#f08a5d",
    ukraine="#4d4520",
    status={
        "signed": "#0c847c",
        "pledged": "#46b9b0",
        "conditional": "#a9e6dc",
        "open": "#d9ae3c",
        "undecided": "#605a54",
        "declined": "#e0693c",
        "withdrawn": "#e0693c",
        "delivered": "#86a8e0",
    },
    status_ink={
        "signed": _WHITE,
        "pledged": _NIGHT,
        "conditional": _NIGHT,
        "open": _NIGHT,
        "undecided": _WHITE,
        "declined": _NIGHT,
        "withdrawn": _NIGHT,
        "delivered": _NIGHT,
    },
    status_outline={
        "signed": "#0f968d",
        "pledged": "#46b9b0",
        "conditional": "#a9e6dc",
        "open": "#d9ae3c",
        "undecided": "#a39c94",
        "declined": "#e0693c",
        "withdrawn": "#e0693c",
        "delivered": "#86a8e0",
    },
    status_word={
        "signed": "#2bb3a9",
        "pledged": "#46b9b0",
        "conditional": "#a9e6dc",
        "open": "#d9ae3c",
        "undecided": "#a5a49e",
        "declined": "#ec7f56",
        "withdrawn": "#ec7f56",
        "delivered": "#86a8e0",
    },
    tone={
        "supportive": "#3db3aa",
        "neutral": "#8f8f94",
        "critical": "#e0a63a",
        "hostile": "#f0626b",
        "mixed": "#a893dd",
    },
    quad={
        "verbal_cooperation": "#a9e6dc",
        "material_cooperation": "#3db3aa",
        "verbal_conflict": "#e0a63a",
        "material_conflict": "#f0626b",
    },
)

_THEMES = {"light": LIGHT, "dark": DARK}


def theme(name: str) -> Theme:
    """The theme of that name; anything but "dark" is light."""
    return _THEMES.get(name, LIGHT)
