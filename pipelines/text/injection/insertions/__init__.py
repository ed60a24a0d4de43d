"""What is put into sentences and words: keywords between commas and inside words, phrases; `occurrences` says where they stand."""
