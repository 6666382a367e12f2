"""Where a picture is dropped to see its view again; ``static/v1/opener.js`` asks the server and leads there."""

WORDS = "Drop a picture that was saved here: its view opens again."


def opener() -> str:
    """The place to drop a picture on, with a button for the keyboard."""
    return (
        '<div class="g-opener" data-opener><label class="g-drop">'
        f"<span>{WORDS}</span>"
        '<input type="file" accept="image/png,.png" aria-label="Choose a picture that was saved here" '
        'data-opener-file><b aria-hidden="true">Choose a picture</b></label>'
        '<p class="g-note" role="status" data-opener-said></p></div>'
    )
