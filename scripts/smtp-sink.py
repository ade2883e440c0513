#!/usr/bin/env python3
"""An SMTP server that delivers nothing: it writes each message it takes as one line of JSON.

Prints `ready PORT` on standard output when it listens. Messages go to the file named by --out, otherwise to
standard output after that line. One message looks like this (on one line):

  {"number": 1, "received_at": "2026-01-31T10:00:00.123456+00:00", "tls": false, "user": null,
   "from": "shop@example.com", "to": ["alice@example.com"], "headers": {"Subject": "Hello"},
   "text": "...", "html": null, "raw": "..."}

`from` and `to` are the envelope's; a header that occurs several times has its values joined by newlines.
`user` is who logged in. With --envelopes-only a line ends after `to`, and the message is not even parsed: for
measures, where this server must not be the slowest part. Runs until it gets SIGTERM or SIGINT. Needs scripts/requirements.txt.
"""

import argparse
import asyncio
import datetime
import email
import email.policy
import ipaddress
import json
import logging
import signal
import ssl
import sys
import tempfile
import warnings
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class Sink:
    """Takes messages, or refuses them as the command line says."""

    def __init__(self, arguments: argparse.Namespace, out) -> None:
        self.out = out
        self.delay = arguments.delay
        self.envelopes_only = arguments.envelopes_only
        self.refuse_for_good = arguments.fail_permanent
        self.refusals_left = arguments.reject
        self.taken = 0

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        if self.refuse_for_good:
            return "550 5.1.1 No such mailbox here"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.refusals_left > 0:
            self.refusals_left -= 1
            return "451 4.3.0 Try again later"
        self.taken += 1
        line = json.dumps(self.describe(server, session, envelope), ensure_ascii=False)
        print(line, file=self.out, flush=True)
        # Only the answer waits: who gives up before it comes cannot know that the message was taken.
        await asyncio.sleep(self.delay)
        return f"250 2.0.0 Taken as message {self.taken}"

    def describe(self, server: SMTP, session: Session, envelope: Envelope) -> dict:
        described = {
            "number": self.taken,
            "received_at": datetime.datetime.now(datetime.timezone.utc).isoformat(),
            "tls": server.transport.get_extra_info("ssl_object") is not None,
            "user": session.auth_data,
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
        }
        return described if self.envelopes_only else described | contents(envelope)


def contents(envelope: Envelope) -> dict:
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    headers: dict[str, str] = {}
    for name, value in message.items():
        headers[name] = f"{headers[name]}\n{value}" if name in headers else str(value)
    return {
        "headers": headers,
        "text": body_of(message, "plain"),
        "html": body_of(message, "html"),
        "raw": envelope.content.decode("utf-8", errors="replace"),
    }


def body_of(message: email.message.EmailMessage, kind: str) -> str | None:
    part = message.get_body(preferencelist=(kind,))
    return None if part is None else part.get_content()


def certificate(authority_file: Path) -> ssl.SSLContext:
    """Makes a new authority and a certificate by it for localhost, and writes the authority's to the file.

    Two certificates, because TLS libraries refuse an authority's own certificate as a server's.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

    def name(common_name: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common_name)])

    def builder(subject: str, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        now = datetime.datetime.now(datetime.timezone.utc)
        return (
            x509.CertificateBuilder()
            .subject_name(name(subject))
            .issuer_name(name("SMTP sink authority"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(hours=1))
            .not_valid_after(now + datetime.timedelta(days=7))
        )

    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority = (
        builder("SMTP sink authority", authority_key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(authority_key, hashes.SHA256())
    )
    server_key = ec.generate_private_key(ec.SECP256R1())
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    server = (
        builder("localhost", server_key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    authority_file.write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with tempfile.NamedTemporaryFile(suffix=".pem") as both:
        both.write(
            server_key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        both.write(server.public_bytes(serialization.Encoding.PEM))
        both.flush()
        context.load_cert_chain(both.name)
    return context


def authenticator(expected: str):
    user, _, password = expected.partition(":")

    def check(server, session, envelope, mechanism, data) -> AuthResult:
        given = isinstance(data, LoginPassword) and data.login == user.encode() and data.password == password.encode()
        return AuthResult(success=given, handled=False, auth_data=user if given else None)

    return check


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0, help="port of 127.0.0.1; 0 (default) lets the system choose one")
    parser.add_argument("--out", type=Path, metavar="FILE", help="append the messages to this file")
    parser.add_argument("--envelopes-only", action="store_true", help="keep who wrote to whom, and not what")
    parser.add_argument("--starttls", action="store_true", help="offer STARTTLS and take no message without it")
    parser.add_argument("--tls", action="store_true", help="speak TLS from the first byte, as port 465 does")
    parser.add_argument(
        "--ca-out", type=Path, metavar="FILE", help="where to write the authority that clients must trust (with TLS)"
    )
    parser.add_argument("--auth", metavar="USER:PASSWORD", help="take messages only after this login")
    parser.add_argument("--reject", type=int, default=0, metavar="N", help="answer 451 to the first N messages")
    parser.add_argument("--fail-permanent", action="store_true", help="answer 550 to every recipient")
    parser.add_argument(
        "--delay", type=float, default=0, metavar="SECONDS", help="take each message, but answer that much later"
    )
    arguments = parser.parse_args()
    if arguments.starttls and arguments.tls:
        parser.error("--starttls and --tls exclude each other")
    if (arguments.starttls or arguments.tls) and arguments.ca_out is None:
        parser.error("with --starttls or --tls name a file for the authority's certificate: --ca-out FILE")
    if arguments.auth is not None and ":" not in arguments.auth:
        parser.error("--auth wants USER:PASSWORD")
    return arguments


async def serve(arguments: argparse.Namespace, out) -> None:
    context = certificate(arguments.ca_out) if arguments.starttls or arguments.tls else None
    sink = Sink(arguments, out)

    def connection() -> SMTP:
        return SMTP(
            sink,
            hostname="localhost",
            ident="SMTP sink",
            enable_SMTPUTF8=True,
            tls_context=context if arguments.starttls else None,
            require_starttls=arguments.starttls,
            authenticator=authenticator(arguments.auth) if arguments.auth else None,
            auth_required=arguments.auth is not None,
            auth_require_tls=arguments.starttls,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        connection, "127.0.0.1", arguments.port, ssl=context if arguments.tls else None
    )
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    print(f"ready {server.sockets[0].getsockname()[1]}", flush=True)
    await stop.wait()
    server.close()


def main() -> None:
    arguments = parse_arguments()
    # A login without TLS and a client that breaks off are what tests ask for, not news.
    warnings.simplefilter("ignore", UserWarning)
    logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)
    if arguments.out is None:
        asyncio.run(serve(arguments, sys.stdout))
    else:
        with arguments.out.open("a", encoding="utf-8") as out:
            asyncio.run(serve(arguments, out))


if __name__ == "__main__":
    main()
