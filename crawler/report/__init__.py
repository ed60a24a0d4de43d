"""The report: one HTML page over all runs, with everything in it, for a person who opens it from disk."""
