"""Names of people as reference lists order them. Who has no family name, or is an institution, stays whole."""

import re
from dataclasses import dataclass

# Names whose family name nothing in their writing gives away; all others follow the rules below.
FAMILY = {
    "Abdullah bin Zayed Al Nahyan": "Al Nahyan",
    "Giuseppe Cavo Dragone": "Cavo Dragone",
    "Luiz Inácio Lula da Silva": "Lula da Silva",
    "Maria Malmer Stenergard": "Malmer Stenergard",
}
WHOLE = {"Mohammed bin Salman"}
FAMILY_FIRST = {"Fu", "Guo", "Kim", "Li", "Lin", "Liu", "Mao", "Qin", "Wang", "Xi", "Yoon", "Zhang"}
PARTICLES = {"da", "de", "del", "den", "der", "di", "dos", "van", "von"}


@dataclass(frozen=True)
class Name:
    """A name in its two parts; an institution, or a person of one name, has the family part alone."""

    family: str
    given: str = ""

    @property
    def initials(self) -> str:
        """The given names as initials: ``J. D.``, ``J.-N.``."""
        return " ".join(map(initial, self.given.split()))

    @property
    def sorted(self) -> str:
        """The name as it stands in a list: ``Macron, Emmanuel``."""
        return f"{self.family}, {self.given}" if self.given else self.family


def initial(word: str) -> str:
    """One given name as its initial; ``JD`` are two, ``Jean-Noël`` keeps its hyphen."""
    if re.fullmatch(r"[A-Z]{2,3}", word):
        return " ".join(f"{letter}." for letter in word)
    return "-".join(f"{part[0]}." for part in word.split("-") if part)


def person(name: str) -> Name:
    """A person's name, its parts told apart."""
    words = name.split()
    if len(words) < 2 or name in WHOLE or words[0] == "Pope":
        return Name(name)
    if name in FAMILY:
        return Name(FAMILY[name], name.removesuffix(FAMILY[name]).strip())
    if words[0] in FAMILY_FIRST:
        return Name(words[0], " ".join(words[1:]))
    at = next((i for i, word in enumerate(words[1:-1], 1) if word.lower() in PARTICLES), len(words) - 1)
    return Name(" ".join(words[at:]), " ".join(words[:at]))
