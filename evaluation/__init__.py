"""Scores and benchmarks of the project on corpora: `make evaluate`, `make compare`, `make bench`."""
