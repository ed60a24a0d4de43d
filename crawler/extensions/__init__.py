"""Components that watch a run."""
