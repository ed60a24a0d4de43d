"""Pure text logic: strings in, spans and verdicts out.

A *span* is a stretch of one paragraph that a rule would cut or replace; a *verdict* is what a rule says of a whole
paragraph or page. Functions named `find_*` return spans, `judge_*` a verdict or None, `is_*` a bool. Nothing here knows
Scrapy, the ledger or the article: the stages one level up connect these functions to it.
"""
