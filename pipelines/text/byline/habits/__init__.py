"""What only the site's habit tells: credits and heads read by where they stand, whatever their words are."""
