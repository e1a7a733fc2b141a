"""Which network address a call comes from: the console on this machine says whose phone it speaks for."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final
from urllib.parse import unquote

import grpc

ADDRESS_KEY: Final = "lintas-address"


def address_of(context: grpc.ServicerContext) -> str:
    """The peer's own address; for one on this machine, the one that it names. '' where nobody can tell.

    Others cannot name an address, so nobody gets new tries by inventing one.
    """
    peer = _host(context.peer())
    if peer and not ip_address(peer).is_loopback:
        return peer
    named = next((value for key, value in context.invocation_metadata() if key == ADDRESS_KEY), "")
    return _plain(named if isinstance(named, str) else "")


def _host(peer: str) -> str:
    """Of `ipv4:127.0.0.1:50123` or `ipv6:%5B::1%5D:50123`; '' for other kinds of peer."""
    kind, _, rest = unquote(peer).partition(":")
    return _plain(rest.rpartition(":")[0].strip("[]")) if kind in {"ipv4", "ipv6"} else ""


def _plain(text: str) -> str:
    try:
        address = ip_address(text)
    except ValueError:
        return ""
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped or address)
