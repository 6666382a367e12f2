"""Streamlit tells every browser where its script lies, and of the machine: our answers tell neither."""

from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

USER = ("installation_id", "installation_id_v3", "installation_id_v4")
MACHINE = ("python_version", "server_os")
PLACE = str(Path(__file__).absolute().parent).encode()


class Unplaced:
    """Takes the script's path and the machine's traits out of what a websocket sends."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on."""
        await self.app(scope, receive, unplaced(send) if scope["type"] == "websocket" else send)


def unplaced(send: Send) -> Send:
    """Sends on what is sent; a message in which our folder stands, without what tells of it."""

    async def told(message: Message) -> None:
        data = message.get("bytes")
        await send({**message, "bytes": without(data)} if data and PLACE in data else message)

    return told


def without(data: bytes) -> bytes:
    """The message that begins a run, with the script's name alone; any other as it is."""
    message = ForwardMsg.FromString(data)
    if message.WhichOneof("type") != "new_session":
        return data
    begun = message.new_session
    begun.main_script_path = Path(begun.main_script_path).name
    for told, names in ((begun.initialize.user_info, USER), (begun.initialize.environment_info, MACHINE)):
        for name in names:
            setattr(told, name, "")
    return bytes(message.SerializeToString())
