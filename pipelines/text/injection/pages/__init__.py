"""What only the page as a whole shows, or other pages beside it: glued queries, foreign ends, stand-ins, what other mirrors lack."""
