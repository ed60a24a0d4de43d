"""Packages that load a module when something of it is asked for: to load all rules takes longer than most commands."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any


def gives(package: str, **modules: Iterable[str]) -> Callable[[str], Any]:
    """Give the `__getattr__` of a package (PEP 562).

    Takes the name of the package and, for each of its modules, what the package gives of it; a module of a folder is
    written with `__` for the dot. What nothing of the package gives raises AttributeError.
    """
    homes = {name: f"{package}.{module.replace('__', '.')}" for module, names in modules.items() for name in names}

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)

    return load
