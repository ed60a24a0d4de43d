"""The Scrapy project: from a URL to an article, and the commands around it.

A crawl: `sites` are loaded as spiders by `spiderloader`; a spider (`spiders`) asks `discovery` where articles are, fetches through
`middlewares` and `network`, and hands each page to `extraction`. `assembly` makes the article (`items`), a middleware holds it back
until its site can be judged, and it leaves through the pipelines of `settings` by one of the three doors of a run (`runs`). The
`ledger` remembers, `archive` keeps the raw pages, `extensions` watch.

The `commands` share `command_line`, and the settings they were `given`; what they do stands in folders of its own: `single_pages`
(cleaned on their own), `stored_runs` (read again, with `trail`), `replay`, `report`. `jsonl` and `urls` serve all. `schemas` are
those of the data, `demo` is the bundled one.
"""
