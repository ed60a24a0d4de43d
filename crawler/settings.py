"""Settings of the crawl: the flow first, then what departs from Scrapy's defaults, each with its reason.

Parts of the crawl are named by their paths, not imported: commands that crawl nothing start in a third of the time.
"""

import crawler.command_line.interrupted  # noqa: F401 - for an interrupt while the rest is loading

BOT_NAME = "squeegee"
SPIDER_MODULES = ["crawler.spiders"]
COMMANDS_MODULE = "crawler.commands"

# --- The flow: an article meets these stages in this order -------------------------------------------------------

ITEM_PIPELINES: dict[str, int] = {
    "pipelines.normalization.NormalizationPipeline": 100,  # one Unicode form, nothing invisible, byte damage marked
    "pipelines.template.TemplatePipeline": 200,  # lines that belong to the site dropped, learned over its pages
    "pipelines.injection.InjectionPipeline": 300,  # keywords and other people's text cut
    "pipelines.byline.BylinePipeline": 400,  # bylines and datelines cut, their true parts kept in fields
    "pipelines.spinning.SpinningPipeline": 500,  # spun, stitched and machine-written pages marked, never rewritten
    "pipelines.quality.QualityPipeline": 600,  # what is no article refused
    "pipelines.deduplication.DeduplicationPipeline": 700,  # what was seen before, on any site and run, refused and linked
    "pipelines.storage.StoragePipeline": 800,  # every article out by one of three doors: stored, rejected, failed
}

# Articles wait until their site can be judged, then pass the stages in an order that does not depend on arrival.
ITEM_PROCESSOR = "crawler.middlewares.holdback.HoldBackPipelineManager"
SPIDER_MIDDLEWARES = {
    "crawler.middlewares.holdback.HoldBackMiddleware": 50,  # next to the engine: behind every other one
}
TEMPLATE_HOLD = 500  # articles; one batch is about 10 MB of text

# --- Storage and the ledger ---------------------------------------------------------------------------------------

SQUEEGEE_OUTPUT = "output"  # folder of the ledger and of all sites
EXTENSIONS = {
    # First: takes the site's lock and opens the ledger before a stage asks for it.
    "crawler.extensions.run.RunExtension": -100,
    "crawler.extensions.crawl_delay.CrawlDelayExtension": 0,  # keeps the distance that robots.txt asks for
    "crawler.extensions.stopping.StoppingExtension": 0,  # lets go of what waits when the crawl is told to stop
    "crawler.extensions.progress.ProgressExtension": 100,  # shows what goes on, on a terminal
    "crawler.extensions.metrics.MetricsExtension": 100,  # tells Prometheus of the run once it is sealed
}
CRAWLALL_SITES = 8  # sites at a time in one process; each holds up to TEMPLATE_HOLD articles in memory
# STORAGE_ENABLED is set by `crawl` and `crawlall` alone: `shell`, `parse` and `fetch` leave no trace.
STORAGE_COMMIT_ARTICLES = 100  # a group of that many articles is synced and committed together
STORAGE_COMMIT_SECONDS = 0.5  # or what came within so long: the most work a kill can undo
STORAGE_ARCHIVE = True  # the raw pages go to pages.warc.gz in the run's folder, for `scrapy replay`
STORAGE_ARCHIVE_DAYS = 180  # for so long at least; 0 keeps them for ever
STORAGE_COMPRESSION = ""  # "gz" or "zst" compresses the files of a finished run
PROGRESS_ENABLED = True  # a live table while a person looks at a terminal; log lines alone everywhere else
PROGRESS_SUMMARY = True  # and a closing table
METRICS_TEXTFILE_DIR = ""  # folder of the node exporter's textfile collector, where a run's counts are left for it
STORAGE_EXPIRE_DAYS = 400  # a finished URL that no list has named for so long is forgotten; 0 keeps all for ever

# --- One article once ----------------------------------------------------------------------------------------------

DEDUPLICATION_REJECT_COPIES = (
    True  # False stores copies too, linked in the ledger; `scrapy corpus` still picks the best
)
DEDUPLICATION_EXPIRE_DAYS = 0  # articles fetched longer ago are forgotten, and their copies are new again; 0 keeps all

# --- Sites: one spider for each TOML file -------------------------------------------------------------------------

SPIDER_LOADER_CLASS = "crawler.spiderloader.SiteSpiderLoader"
SQUEEGEE_SITES: list[str] = []  # further folders of site files, beside `sites/`

# --- Finding articles ---------------------------------------------------------------------------------------------

DISCOVERY_MAX_PAGES = 50_000  # articles asked for in one run; the others wait for the next
DISCOVERY_MAX_LISTS = 5_000  # list pages, feeds and sitemaps in one run
DISCOVERY_MAX_DEPTH = 3  # lists between a start URL and an article: front page, section, subsection
DISCOVERY_MAX_BARREN = 3  # pages of one list, in a row, without a new article: then it has ended (calendars do)
DISCOVERY_MAX_SITEMAP_BYTES = 64 << 20  # the sitemap protocol allows 50 MB
DISCOVERY_TRUST_HOURS = 24.0  # a list that says it has not changed is read all the same after so long
# Hours of rest after the first, second, ... look that gave no article for a reason that may pass (404, no text, a login):
# a bad day of a site costs nothing, and a page that is gone is asked for seven times in four days, then never again.
DISCOVERY_AGAIN_HOURS = [0, 0, 1, 6, 24, 72]

# --- Being a guest: who asks, how often, and what is obeyed -------------------------------------------------------

USER_AGENT = "Squeegee/0.1 (+https://github.com/squeegee-crawler/squeegee)"
DEFAULT_REQUEST_HEADERS = {  # default: the same with English as the language, which some sites would then serve
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
}
ROBOTSTXT_OBEY = True  # default False
DOWNLOAD_DELAY = 1.0  # seconds between two requests to one host; default 0
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default 8
# Scrapy's sends all that wait at once where the delay is 0, whatever the line above says.
DOWNLOADER = "crawler.network.downloader.BoundedDownloader"
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # default ERROR; after three tries the page stands in failed.jsonl, with the reason

# --- Limits: every page is hostile input --------------------------------------------------------------------------

DOWNLOAD_TIMEOUT = 25  # seconds for the whole answer, so that a slow drip ends too; default 180
DOWNLOAD_MAXSIZE = 8 << 20  # bytes, packed and unpacked; default 1 GiB
DOWNLOAD_WARNSIZE = 0  # pages over the limit are failed with a reason, larger ones need no warning
DOWNLOAD_VERIFY_CERTIFICATES = True  # default False
# Nothing that a page links to may reach the machine's files or other protocols.
DOWNLOAD_HANDLERS = {
    # It refuses inside addresses, endless heads, bodies of another length than they say.
    "http": "crawler.network.handler.GuardedHandler",
    "https": "crawler.network.handler.GuardedHandler",
    "file": None,
    "data": None,
    "ftp": None,
    "s3": None,
}
DOWNLOADER_MIDDLEWARES = {  # each but the archive in the place of Scrapy's own
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.middlewares.hosts.HostsMiddleware": 50,  # Scrapy's knows no ports and lets redirects through
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.robots.RobotsMiddleware": 100,  # Scrapy's takes a robots.txt that fails for a permission
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.middlewares.backoff.BackoffMiddleware": 550,  # Scrapy's asks three times at once and ignores Retry-After
    # Behind decompression (590): bodies as every reader of the archive wants them.
    "crawler.archive.component.ArchiveMiddleware": 585,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.middlewares.compression.CompressionMiddleware": 590,  # Scrapy's takes a cut body for a whole one
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.middlewares.redirects.RedirectsMiddleware": 600,  # Scrapy's lets a redirect to a known URL vanish
    "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
    "crawler.middlewares.cookies.BoundedCookiesMiddleware": 700,  # Scrapy's keeps any number
}
REDIRECT_MAX_TIMES = 6  # default 20; browsers stop at 20, honest chains have two or three
BACKOFF_SECONDS = 1.0  # pause after a first failure, doubled with each
BACKOFF_MAX_SECONDS = 120.0  # longest pause, also where Retry-After asks for more; then the next run tries again
HTTPPROXY_ENABLED = False  # a proxy named by the environment would resolve names out of sight of the address guard
METAREFRESH_ENABLED = False  # decodes every page; discovery follows refreshes of list pages itself
TELNETCONSOLE_ENABLED = False  # default True: a port that runs code
REMOTE_CONTROL_ENABLED = False  # default True: another one; -s REMOTE_CONTROL_ENABLED=1 for debugging
CONCURRENT_ITEMS = 4  # default 100, which starts a hundred tasks for every response and costs half the speed
FEED_EXPORT_ENCODING = "utf-8"  # for those who add a feed of their own; default ASCII escapes
LOG_LEVEL = "INFO"  # default DEBUG, which writes 8.6 KB a page
