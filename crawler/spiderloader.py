"""The spiders of the project: one class for each site file, and those written by hand."""

import builtins
import importlib
import importlib.util
import logging
import pkgutil
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from scrapy.utils.spider import iter_spider_classes

from crawler.sites import Site, SiteError, load_sites

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

PROJECT_SITES = Path(__file__).parent.parent / "sites"
"""The folder of site files beside the code."""
OWN = frozenset(f"crawler.spiders.{name}" for name in ("mirror", "reading", "site"))
"""Modules of the spider of all sites. They hold none of their own, and with them come all rules of extraction, which take
longer to load than a command that reads no page takes."""


class SpiderModuleError(Exception):
    """A module of spiders that cannot be imported; its text names the file."""


class SiteFolderError(Exception):
    """A folder of SQUEEGEE_SITES that does not exist or holds no site file."""


class SiteSpiderLoader:
    """Loads spiders; a site file or module that cannot be used takes no other spider with it."""

    def __init__(self, modules: builtins.list[str], folders: builtins.list[Path]) -> None:
        self.sites, self.errors = load_sites(folders)
        """The sites by name, and what is wrong with the files of the others."""
        self.broken: dict[str, Exception] = {}
        """What is wrong, by the name of the site or of the module, or by the file or folder where that is another's."""
        self.written: dict[str, type[Spider]] = {}
        """The spider classes that were written by hand, by name."""
        for name in modules:
            self._load_module(name)
        for error in self.errors:
            self._note(error, error.name, error.path.stem, str(error.path))
        for folder in folders:
            if folder != PROJECT_SITES and (problem := _problem_of(folder)) is not None:
                self._note(SiteFolderError(f"SQUEEGEE_SITES: {folder} {problem}"), str(folder))
        for broken in self.broken.values():
            logger.error("%s", broken)

    @classmethod
    def from_settings(cls, settings: "BaseSettings") -> Self:
        """Read SPIDER_MODULES and SQUEEGEE_SITES."""
        return cls(settings.getlist("SPIDER_MODULES"), site_folders(settings))

    @cached_property
    def spiders(self) -> "dict[str, type[Spider]]":
        """The spider classes by name."""
        return {name: spider_of(site) for name, site in self.sites.items()} | self.written

    def load(self, spider_name: str) -> "type[Spider]":
        """Give a spider class.

        Raises what is wrong with its file (SiteError) or module, KeyError where there is no such spider.
        """
        if spider_name in self.spiders:
            return self.spiders[spider_name]
        if spider_name in self.broken:
            raise self.broken[spider_name]
        for error in self.broken.values():
            if isinstance(error, SiteFolderError):  # the site may be in it
                raise SiteFolderError(f"there is no site {spider_name!r}, and {error}")
        raise KeyError(f"Spider not found: {spider_name}")

    def list(self) -> builtins.list[str]:
        """Give the names of all spiders."""
        return sorted({*self.sites, *self.written})

    def find_by_request(self, request: "Request") -> builtins.list[str]:
        """Give the names of the spiders that a request belongs to."""
        return [name for name, spider in self.spiders.items() if spider.handles_request(request)]

    def _note(self, error: Exception, *names: str) -> None:
        """Keep an error under the first of some names that no spider and no other error has."""
        for name in names:
            if name not in self.sites and name not in self.written and name not in self.broken:
                self.broken[name] = error
                return

    def _load_module(self, name: str) -> None:
        """Load the spiders of a module and of those under it."""
        if name in OWN:
            return
        try:
            module = importlib.import_module(name)
            below = [info.name for info in pkgutil.iter_modules(getattr(module, "__path__", ()), f"{name}.")]
            found = list(iter_spider_classes(module))
        except Exception as error:  # noqa: BLE001 - a module may do anything when it is imported
            self._note(_module_error(name, error), name.rpartition(".")[2], name)
            return
        self.written.update({spider.name: spider for spider in found})
        for module_name in below:
            self._load_module(module_name)


def site_folders(settings: "BaseSettings") -> builtins.list[Path]:
    """Give the folders that hold site files: the project's own, then those of SQUEEGEE_SITES."""
    return [PROJECT_SITES, *(Path(folder).expanduser() for folder in _names(settings["SQUEEGEE_SITES"]))]


def no_sites(settings: "BaseSettings") -> str:
    """Say that there is no site, and where it was looked for."""
    folders = ", ".join(map(str, site_folders(settings)))
    return f"there is no site: no *.toml in {folders}; SQUEEGEE_SITES names further folders (docs/sites.md)"


def spider_of(site: Site) -> "type[Spider]":
    """Make the spider class of a site."""
    from crawler.spiders.mirror import MirrorSpider  # noqa: PLC0415 - see OWN

    name = "".join(part.capitalize() for part in site.name.replace(".", "-").split("-")) + "Spider"
    hosts = [domain.removeprefix("*.").partition(":")[0] for domain in site.domains]
    return type(name, (MirrorSpider,), {"name": site.name, "site": site, "allowed_domains": hosts})


def _problem_of(folder: Path) -> str | None:
    """Say what is wrong with a folder of site files, None if it holds one at least."""
    if not folder.is_dir():
        return "is no folder" if folder.exists() else "does not exist"
    return None if any(folder.glob("*.toml")) else "holds no site file (*.toml)"


def _module_error(name: str, error: Exception) -> SpiderModuleError:
    """Name the file of a module that cannot be imported; its parents could be."""
    try:
        spec = importlib.util.find_spec(name)
    except Exception:  # noqa: BLE001 - it imports the packages around the module, which may do anything too
        spec = None
    where = spec.origin if spec is not None and spec.origin else f"SPIDER_MODULES: {name}"
    wrapped = SpiderModuleError(f"{where}: {type(error).__name__}: {error}")
    wrapped.__cause__ = error
    return wrapped


def _names(value: Any) -> builtins.list[str]:
    """Give the entries of a setting that is a list, or a string with commas."""
    several = value.split(",") if isinstance(value, str) else value or []
    return [str(name).strip() for name in several if str(name).strip()]


__all__ = ["PROJECT_SITES", "SiteError", "SiteSpiderLoader", "no_sites", "site_folders", "spider_of"]
