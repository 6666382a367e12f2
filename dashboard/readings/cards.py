"""A statement and a conversation, told: who said it in what office, when and where, and who answered."""

from collections.abc import Sequence

from dashboard.readings.prose import counted, items, listed, long_date, sentence, span, text
from dashboard.readings.wording import Row, lowered

NO_OFFICE = "no office recorded for that day"


def office_words(row: Row) -> str:
    """The office of that day and for whom: ``President, France``."""
    return ", ".join(part for part in (text(row["office"]), text(row["actor"])) if part) or NO_OFFICE


def day_words(row: Row) -> str:
    """The day, as a beginning: ``4 September 2025``, ``About 4 September 2025``."""
    return sentence(long_date(row["said_on"], row["date_precision"])).rstrip(".")


def occasion_words(row: Row) -> str:
    """The day, the place and the event, as far as they are recorded."""
    told = (day_words(row), text(row["place"]), text(row["event_title"]))
    return " · ".join(part for part in told if part)


def quote_title(row: Row) -> str:
    """Who spoke on what."""
    topics = [lowered(text(label)) for label in items(row["topic_labels"])]
    return f"{text(row['speaker'])} on {listed(topics, 2)}" if topics else f"What {text(row['speaker'])} said"


def quote_sentence(row: Row) -> str:
    """Who said it, in what office, when and where."""
    return f"{text(row['speaker'])}, {office_words(row)}; {occasion_words(row)}"


def quote_reading(row: Row, spoken: str) -> str:
    """The words with their form, and what was said in ours."""
    words = text(row["quote"])
    told = f"“{words}” ({spoken}). " if words else "No words of it are quoted here. "
    return f"{told}In our words: {sentence(text(row['summary']))}"


def talk_title(told: Sequence[Row]) -> str:
    """Whose words opened it, and what came of them."""
    came = "and who answered" if len(told) > 1 else "and no answer on record"
    return f"What {text(told[0]['speaker'])} said, {came}"


def talk_sentence(told: Sequence[Row]) -> str:
    """How many statements, in which days, on what."""
    topics = [lowered(text(label)) for label in items(told[0]["topic_labels"])]
    days = [row["said_on"] for row in told]
    on = f" on {listed(topics, 2)}" if topics else ""
    return f"{counted(len(told), 'statement')}{on}, {span(min(days), max(days))}"


def talk_reading(told: Sequence[Row]) -> str:
    """What opened it, by whom and for whom it was answered."""
    opening = f"{text(told[0]['speaker'])} opened it: {sentence(text(told[0]['summary']))}"
    answers = told[1:]
    if not answers:
        return f"{opening} No answer to it is recorded here."
    speakers = dict.fromkeys(text(row["speaker"]) for row in answers)
    return f"{opening} {counted(len(answers), 'answer').capitalize()} followed, by {listed(speakers, 5)}."
