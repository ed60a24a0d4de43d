"""The bundled demo: five small mirror sites on loopback whose true articles are known, and the command that crawls them."""
