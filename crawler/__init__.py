"""The Scrapy project: from a URL to an article, and the commands around it.

A crawl: `sites` are loaded as spiders by `spiderloader`; a spider (`spiders`) asks `discovery` where articles are, fetches through
`middlewares` and `network`, and hands each page to `extraction`. `assembly` makes the article (`items`), `holdback` keeps it until
its site can be judged, and it leaves through the pipelines of `settings` by one of three doors: two of a run's (`runs`), the third
in `doors`. The `ledger` remembers, `archive` keeps the raw pages, `extensions` watch.

The `commands` share `commanding` and `given`; most do one thing that has a module: `launching` (crawls), `cleaning` with
`fetching` and `pretty` (one page), `auditing` and `trail` (what was removed), `corpus`, `golden`, `replay`, `report`, `recalling`
and `refingerprinting` (the ledger made anew). `jsonl`, `urls`, `names`, `selectors`, `parallel`, `progress`, `provenance` serve
all. `schemas` are those of the data, `demo` is the bundled one.
"""
