"""A view's SVG, ready to leave: it says what it shows, and its words are outlines that any program shows alike."""

from collections.abc import Mapping
from xml.etree import ElementTree

from dashboard.pictures.outlines import STEPS, Look, outline
from dashboard.writable import writable

SVG, LINKS = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
TEXT, PATH = f"{{{SVG}}}text", f"{{{SVG}}}path"
ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", LINKS)


def lettered(svg: bytes, words: Mapping[str, str]) -> bytes:
    """The SVG with its title, a description, what else is told of it, and outlines; ValueError if it is no SVG."""
    try:
        root = ElementTree.fromstring(writable(svg.decode()))
    except ElementTree.ParseError as error:
        raise ValueError("This is no SVG.") from error
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError("This is no SVG.")
    for parent in root.iter():
        parent[:] = [one for child in parent for one in (outlined(child) if child.tag == TEXT else [child])]
    told = {
        "title": words.get("Title", ""),
        "desc": words.get("Description", ""),
        "metadata": "".join(f"\n{name}: {value}" for name, value in words.items()) + "\n",
    }
    for at, (name, text) in enumerate(told.items()):
        head = ElementTree.Element(f"{{{SVG}}}{name}")
        head.text = writable(text)
        root.insert(at, head)
    return ElementTree.tostring(root)


def outlined(text: ElementTree.Element) -> list[ElementTree.Element]:
    """Letters with a place each as paths: the line around them first, since not every program would draw it behind."""
    places = [float(one) if one else None for one in text.get("x", "").split(",")]
    look = Look(
        float(text.get("font-size", 0)),
        float(text.get("font-weight", 400)),
        is_slanted=text.get("font-style") is not None,
        is_spaced=text.get("letter-spacing") is not None,
    )
    steps = outline(text.text or "", places, float(text.get("y", 0)), look)
    place = " ".join(filter(None, (text.get("transform"), f"scale({1 / STEPS:g})")))
    letters = ElementTree.Element(PATH, {"d": steps, "transform": place, **looks(text, "fill", "fill-opacity")})
    if text.get("stroke") is None:
        return [letters]
    wide = f"{float(text.get('stroke-width', 0)) * STEPS:g}"
    line = {"fill": "none", "stroke-width": wide, "stroke-linejoin": "round", **looks(text, "stroke", "stroke-opacity")}
    return [ElementTree.Element(PATH, {"d": steps, "transform": place, **line}), letters]


def looks(text: ElementTree.Element, *names: str) -> dict[str, str]:
    """Those of its looks that are told."""
    return {name: value for name in names if (value := text.get(name)) is not None}
