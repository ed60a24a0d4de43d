"""Where a site's articles are: sitemaps, feeds, lists and links, read without fetching anything."""
