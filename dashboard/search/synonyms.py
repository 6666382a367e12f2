"""What one thing is called in several ways: spellings, old and new names. A table of ours, added to by hand."""

# Written as it stands in a text, capitals and all: `US` is the country, `us` a pronoun.
ABBREVIATIONS = {"US": "usa", "USA": "usa"}

# One word spelt in several ways: all are taken for the first.
SPELLINGS = (
    ("kyiv", "kiev", "kijiv", "kyjiv"),
    ("turkiye", "turkey", "turkei"),
    ("czechia", "cesko"),
    ("zelenskyy", "zelensky", "zelenskiy", "zelenskij", "zelenski", "selenskyj", "zelinsky"),
    ("kharkiv", "kharkov"),
    ("odesa", "odessa"),
    ("lviv", "lvov"),
    ("dnipro", "dnepr", "dnieper"),
    ("mykolaiv", "nikolaev"),
    ("zaporizhzhia", "zaporozhye", "zaporizhia", "zaporizhzhya"),
    ("chornobyl", "chernobyl"),
    ("donbas", "donbass"),
    ("luhansk", "lugansk"),
    ("lukashenko", "lukashenka"),
    ("yermak", "ermak"),
    ("sybiha", "sibiha", "sybiga", "sibiga"),
    ("syrskyi", "syrsky", "syrskyy"),
    ("zaluzhnyi", "zaluzhny", "zaluzhnyy"),
    ("umerov", "umierov"),
    ("belarus", "byelorussia", "belorussia"),
    ("moldova", "moldavia"),
    ("ceasefire", "ceasefires"),
    ("defence", "defense"),
    ("programme", "program"),
    ("centre", "center"),
    ("labour", "labor"),
    ("neighbour", "neighbor"),
    ("neighbours", "neighbors"),
    ("nato", "otan"),
)
SPELT = {other: names[0] for names in SPELLINGS for other in names[1:]}

# Names of several words, or different words for the same: whoever asks for one finds all.
GROUPS = (
    ("czechia", "czech republic"),
    ("usa", "united states", "united states of america", "america"),
    ("uk", "united kingdom", "britain", "great britain"),
    ("eu", "european union"),
    ("un", "united nations"),
    ("russia", "russian federation"),
    ("netherlands", "holland"),
    ("north macedonia", "macedonia"),
    ("ceasefire", "cease fire"),
    ("article 5", "article five"),
    ("purl", "prioritised ukraine requirements list"),
    ("moldova", "republic of moldova"),
    ("saudi arabia", "ksa"),
    ("uae", "united arab emirates"),
    ("south korea", "republic of korea"),
    ("iaea", "international atomic energy agency"),
    ("icc", "international criminal court"),
    ("osce", "organisation for security and cooperation in europe"),
    ("imf", "international monetary fund"),
    ("backstop", "back stop"),
    ("peacekeeper", "peace keeper"),
    ("peacekeeping", "peace keeping"),
)


def other_names(name: str) -> str:
    """What else a name in plain letters is called, one after the other; empty where nothing else is known."""
    spelt = (other for names in SPELLINGS if names[0] == name for other in names[1:])
    meant = (other for names in GROUPS if name in names for other in names if other != name)
    return " | ".join((*spelt, *meant))


# Words that every text holds: left out of a search that has others.
WORDS = """
a about an and any are as at be been but by can could did do does for from had has have he her his how i if in
into is it its me my no nor not of on or our said say says she so than that the their them then there they
this to us was we were what when where which who whom whose why will with would you your
"""
COMMON = frozenset(WORDS.split())
