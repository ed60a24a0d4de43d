"""What the project costs: ratios to other tools, or to parsing alone, each taken in one run."""
