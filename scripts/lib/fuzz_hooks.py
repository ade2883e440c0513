"""What schemathesis is told beyond its configuration; scripts/fuzz-api.sh names this file in SCHEMATHESIS_HOOKS."""

import ipaddress
import itertools
import os

import requests.adapters
import schemathesis

# Each client network, a /24, gets this many requests, below the 30 mails in ten minutes that one may ask for, which is
# the lowest limit: otherwise most answers without a token would be 429 and nothing behind it would be tried.
REQUESTS_PER_NETWORK = 25
# Runs get disjoint blocks of the loopback network, so that none inherits the count of another.
NETWORKS_PER_RUN = 2048
# From an address in one network to that in the next one.
NEXT_NETWORK = 256


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Makes the document stricter than what is published.

    Answers that stand for a whole class go, so that only statuses listed one by one are accepted. Objects are closed:
    requests refuse unknown members also in objects that answers share, which are published open so that answers may
    grow; and no answer may have a member that is not documented. A problem may: its details differ by code.
    """
    for name, schema in raw_schema["components"]["schemas"].items():
        if name != "Problem" and "properties" in schema:
            schema.setdefault("additionalProperties", False)
    for operations in raw_schema["paths"].values():
        for operation in operations.values():
            if isinstance(operation, dict):
                for wildcard in ("4XX", "5XX"):
                    operation.get("responses", {}).pop(wildcard, None)


class ManyAddresses:
    """Sends requests from another loopback network every now and then, as many clients would."""

    def __init__(self):
        run = int(os.environ.get("FUZZ_RUN", "0"))
        first = int(ipaddress.ip_address("127.1.0.1")) + run * NETWORKS_PER_RUN * NEXT_NETWORK
        self.addresses = itertools.count(first, NEXT_NETWORK)
        self.count = itertools.count()
        self.current = None

    def next(self):
        if next(self.count) % REQUESTS_PER_NETWORK == 0:
            self.current = str(ipaddress.ip_address(next(self.addresses)))
        return self.current


many_addresses = ManyAddresses()
send = requests.adapters.HTTPAdapter.send


def hear_first_event(response):
    """Takes the first event of an answer that goes on for as long as one listens for its whole body, and hangs up."""
    heard = b""
    while b"\n\n" not in heard:
        some = response.raw.read1(4096)
        if not some:
            break
        heard += some
    response.close()
    response._content, response._content_consumed = heard, True


def send_from_next(self, request, **options):
    address = many_addresses.next()
    if getattr(self, "fuzz_address", None) != address:
        self.fuzz_address = address
        self.close()
        self.init_poolmanager(
            self._pool_connections, self._pool_maxsize, block=self._pool_block, source_address=(address, 0)
        )
    response = send(self, request, **options)
    if response.headers.get("content-type", "").startswith("text/event-stream"):
        hear_first_event(response)
    return response


requests.adapters.HTTPAdapter.send = send_from_next
