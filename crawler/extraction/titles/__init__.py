"""The headline: what the page states, which line it stands in, and what of it is not the headline."""
