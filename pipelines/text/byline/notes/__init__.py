"""Notes behind a text on who wrote it, how to reach him and whose view it is, and what signs it without a label."""
