"""Crawls killed with kill -9 at random moments, over and over; in the end nothing may be lost, doubled or torn."""
