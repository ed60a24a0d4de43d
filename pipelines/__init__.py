"""The item pipelines an article passes, in the order of `ITEM_PIPELINES`, and the pure text logic under them."""
