"""Sites as data: one TOML file for each mirror."""

from crawler.sites.model import Byline, Discover, Extract, Politeness, Recheck, Site, Template

__all__ = ["Byline", "Discover", "Extract", "Politeness", "Recheck", "Site", "Template"]
