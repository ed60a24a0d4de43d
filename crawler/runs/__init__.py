"""A run of a site: its folder, its files and their commits, its lock, how it is sealed, and what is thought of it."""
