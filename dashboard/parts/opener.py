"""Where a picture is dropped to see its view again; ``static/v1/opener.js`` asks the server and leads there."""

WORDS = "Drop a picture saved here, or choose one, to see its view again."


def opener() -> str:
    """The place to drop a picture on, with a button for the keyboard."""
    return (
        '<div class="g-opener" data-opener><label class="g-drop">'
        f"<span>{WORDS}</span>"
        '<input type="file" accept="image/png,.png" data-opener-file></label>'
        '<p class="g-note" role="status" data-opener-said></p></div>'
    )
