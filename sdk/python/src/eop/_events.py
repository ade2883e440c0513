"""Server-sent events, as they come."""

import codecs
import json
import re
from dataclasses import dataclass, field
from typing import Any

from ._generated.models.inbox_event_inbox_item import InboxEventInboxItem
from ._generated.models.inbox_event_unread_count import InboxEventUnreadCount

#: Kinds of which this version has no class are passed over: a later platform may send them.
_KINDS: dict[str, Any] = {"item": InboxEventInboxItem, "unread": InboxEventUnreadCount}

InboxEvent = InboxEventInboxItem | InboxEventUnreadCount


@dataclass
class Position:
    """Where a stream is: the id of the last whole event, and how long to wait before coming back."""

    last_id: str | None = None
    pause: float = 1.0
    failures: int = 0

    def next_pause(self) -> float:
        return self.pause * min(1 << self.failures, 30)


@dataclass
class Parser:
    """Makes events of pieces as the network cuts them."""

    position: Position
    _decoder: codecs.IncrementalDecoder = field(default_factory=codecs.getincrementaldecoder("utf-8"))
    _rest: str = ""
    _data: list[str] = field(default_factory=list)
    _id: str | None = None

    def feed(self, piece: bytes) -> list[InboxEvent]:
        """The events that are whole now. What has no blank line after it is not."""
        # A line break may be cut in two.
        *lines, self._rest = re.split(r"\r\n|\n|\r(?!$)", self._rest + self._decoder.decode(piece))
        found = []
        for line in lines:
            if line != "":
                self._take(line)
            elif (event := self._event()) is not None:
                found.append(event)
        return found

    def _take(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and value.isdecimal():
            self.position.pause = int(value) / 1000

    def _event(self) -> InboxEvent | None:
        if not self._data:
            return None
        data, self._data = json.loads("\n".join(self._data)), []
        self.position.failures = 0
        if self._id is not None:
            self.position.last_id = self._id
        kind = _KINDS.get(data.get("type"))
        return None if kind is None else kind.from_dict(data)
