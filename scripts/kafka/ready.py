"""Waits until a Kafka broker answers a metadata request.

An open port is not enough: a starting broker accepts connections before it knows itself as part of the
cluster. This asks, in Kafka's own protocol and with Python's standard library only, for the list of
brokers, and succeeds when the answer names at least one.
"""

import argparse
import os
import socket
import struct
import sys
import time

METADATA_KEY = 3
METADATA_VERSION = 7  # the last but one without the compact encodings; Kafka 4 answers it


def string(text: str) -> bytes:
    data = text.encode()
    return struct.pack(">h", len(data)) + data


def read_exactly(connection: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = connection.recv(size - len(data))
        if not part:
            raise ConnectionError("the broker closed the connection")
        data += part
    return data


def known_brokers(host: str, port: int) -> int:
    """Asks for the metadata of no topic and returns how many brokers the cluster consists of."""
    header = struct.pack(">hhi", METADATA_KEY, METADATA_VERSION, 1) + string("eop-ready")
    no_topics_and_create_none = struct.pack(">ib", 0, 0)
    request = header + no_topics_and_create_none
    with socket.create_connection((host, port), timeout=2) as connection:
        connection.sendall(struct.pack(">i", len(request)) + request)
        (size,) = struct.unpack(">i", read_exactly(connection, 4))
        answer = read_exactly(connection, size)
    _correlation, _throttle_ms, brokers = struct.unpack_from(">iii", answer)
    return brokers


def process_runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address", help="HOST:PORT of the broker")
    parser.add_argument("--wait", type=float, default=0, metavar="SECONDS", help="keep asking that long (default: ask once)")
    parser.add_argument("--pid", type=int, help="give up at once when this process, the broker, has ended")
    arguments = parser.parse_args()
    host, port = arguments.address.rsplit(":", 1)
    deadline = time.monotonic() + arguments.wait
    while True:
        try:
            if known_brokers(host, int(port)) > 0:
                return 0
            reason = "it answers, but knows no broker yet"
        except (OSError, struct.error) as error:
            reason = str(error)
        if arguments.pid is not None and not process_runs(arguments.pid):
            reason = "its process has ended"
            break
        if time.monotonic() >= deadline:
            break
        time.sleep(0.1)
    print(f"no Kafka broker at {arguments.address}: {reason}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
