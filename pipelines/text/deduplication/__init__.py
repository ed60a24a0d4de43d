"""Copies of articles, told by their texts alone.

A text becomes a `fingerprint`, which reads its `numerals` too and is kept as bytes by `packing`; `copies` compares two of
them, and `doubt` weighs what speaks for two stories in one form; `groups` says which articles are copies of one another,
and `best` which of these is the one to keep.
"""
