"""A slow line between a reader and the server."""

from playwright.sync_api import WebSocketRoute


class Slow:
    """A line on which, once held, at most the reader's next words go through; later ones are kept until let go."""

    def __init__(self, route: WebSocketRoute) -> None:
        self.kept: list[str | bytes] = []
        self.left, self.is_held = 0, False
        self.server = route.connect_to_server()
        route.on_message(self.ask)
        self.server.on_message(route.send)

    def ask(self, message: str | bytes) -> None:
        """Send the reader's word on, or keep it."""
        if self.is_held and not self.left:
            self.kept.append(message)
        else:
            self.left -= self.is_held
            self.server.send(message)

    def hold(self, left: int = 1) -> None:
        """From now on, so many words go through."""
        self.is_held, self.left = True, left

    def let_go(self) -> None:
        """Send what was kept, and whatever comes."""
        self.is_held = False
        for message in self.kept:
            self.server.send(message)
