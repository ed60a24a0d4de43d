"""The spiders: the one of every site that a TOML file describes; those written by hand stand beside it."""
