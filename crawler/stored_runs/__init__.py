"""Run folders read again: what was done in them, what they hold together, and what a ledger can be made anew from.

`auditing` shows what the stages did in a run, `corpus` the best copy of every article over all runs; `recalling` gives a
ledger the URLs and runs it should know, and `refingerprinting` checks its fingerprints or makes them anew.
"""
