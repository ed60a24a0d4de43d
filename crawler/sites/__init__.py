"""Sites as data: one TOML file for each mirror."""

from crawler.sites.errors import SiteError
from crawler.sites.loader import load_site, load_sites
from crawler.sites.model import Byline, Discover, Extract, Politeness, Recheck, Site, Template

__all__ = [
    "Byline",
    "Discover",
    "Extract",
    "Politeness",
    "Recheck",
    "Site",
    "SiteError",
    "Template",
    "load_site",
    "load_sites",
]
