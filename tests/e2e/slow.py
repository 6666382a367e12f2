"""A slow line between a reader and the server."""

from playwright.sync_api import WebSocketRoute


class Slow:
    """A line on which, once held, only the reader's next word goes through; later ones are kept until let go."""

    def __init__(self, route: WebSocketRoute) -> None:
        self.kept: list[str | bytes] = []
        self.said, self.is_held = 0, False
        self.server = route.connect_to_server()
        route.on_message(self.ask)
        self.server.on_message(route.send)

    def ask(self, message: str | bytes) -> None:
        """Send the reader's word on, or keep it."""
        self.said += 1
        if self.is_held and self.said > 1:
            self.kept.append(message)
        else:
            self.server.send(message)

    def hold(self) -> None:
        """From now on, one word goes through."""
        self.is_held, self.said = True, 0

    def let_go(self) -> None:
        """Send what was kept, and whatever comes."""
        self.is_held = False
        for message in self.kept:
            self.server.send(message)
