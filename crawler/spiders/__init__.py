"""Spiders written by hand; a site described by a TOML file needs none."""
