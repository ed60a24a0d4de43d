"""Addresses that lie inside: this machine, its network, its cloud's control services."""

import ipaddress

NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses in IPv6 dress (RFC 6052)."""


def is_inside(address: str) -> bool:
    """Say whether an IP address is loopback, private, link-local, shared, multicast or otherwise not public.

    Takes an address as the system's resolver gives it; what is none counts as inside, since it cannot be judged.

    >>> [is_inside(a) for a in ("127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fe80::1%eth0")]
    [True, True, True, True, True, True]
    >>> is_inside("93.184.215.14"), is_inside("2606:2800:21f:cb07:6820:80da:af6b:8b2c")
    (False, False)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    if isinstance(ip, ipaddress.IPv6Address):
        carried = (
            ip.ipv4_mapped or ip.sixtofour or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in NAT64 else None)
        )
        if carried is not None:
            return is_inside(str(carried))
    return not ip.is_global or ip.is_multicast
