"""Every page's exhibit by the page's name: what the app shows is what its endings answer with."""

from collections.abc import Callable

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.country import country
from dashboard.exhibits.data import data
from dashboard.exhibits.event import event
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.network import network
from dashboard.exhibits.overview import overview
from dashboard.exhibits.pledges import pledges
from dashboard.exhibits.quote import conversation, quote
from dashboard.exhibits.speaker import speaker
from dashboard.exhibits.statements import statements
from dashboard.exhibits.timeline import timeline
from dashboard.selection import Selection

EXHIBITS: dict[str, Callable[[Database, Selection, Catalogue], Exhibit]] = {
    "overview": overview,
    "timeline": timeline,
    "pledges": pledges,
    "network": network,
    "statements": statements,
    "country": country,
    "speaker": speaker,
    "event": event,
    "data": data,
    "quote": quote,
    "conversation": conversation,
}
