"""Archived pages, or articles of other tools, through today's rules with no network, and what that changes."""
