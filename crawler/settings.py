"""Settings of the crawl: the flow first, then what departs from Scrapy's defaults, each with its reason."""

from scrapy.downloadermiddlewares.cookies import CookiesMiddleware
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.offsite import OffsiteMiddleware
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware

from crawler.archive.component import ArchiveMiddleware
from crawler.extensions.crawl_delay import CrawlDelayExtension
from crawler.extensions.metrics import MetricsExtension
from crawler.extensions.progress import ProgressExtension
from crawler.extensions.run import RunExtension
from crawler.extensions.stopping import StoppingExtension
from crawler.middlewares.backoff import BackoffMiddleware
from crawler.middlewares.compression import CompressionMiddleware
from crawler.middlewares.cookies import BoundedCookiesMiddleware
from crawler.middlewares.holdback import HoldBackMiddleware, HoldBackPipelineManager
from crawler.middlewares.hosts import HostsMiddleware
from crawler.middlewares.redirects import RedirectsMiddleware
from crawler.middlewares.robots import RobotsMiddleware
from crawler.network.downloader import BoundedDownloader
from crawler.network.handler import GuardedHandler
from crawler.spiderloader import SiteSpiderLoader
from pipelines.byline import BylinePipeline
from pipelines.deduplication import DeduplicationPipeline
from pipelines.injection import InjectionPipeline
from pipelines.normalization import NormalizationPipeline
from pipelines.quality import QualityPipeline
from pipelines.spinning import SpinningPipeline
from pipelines.storage import StoragePipeline
from pipelines.template import TemplatePipeline

BOT_NAME = "squeegee"
SPIDER_MODULES = ["crawler.spiders"]
COMMANDS_MODULE = "crawler.commands"

# --- The flow: an article meets these stages in this order -------------------------------------------------------

ITEM_PIPELINES: dict[type, int] = {
    NormalizationPipeline: 100,  # one Unicode form, nothing invisible, byte damage marked
    TemplatePipeline: 200,  # lines that belong to the site dropped, learned over its pages
    InjectionPipeline: 300,  # keywords and other people's text cut
    BylinePipeline: 400,  # bylines and datelines cut, their true parts kept in fields
    SpinningPipeline: 500,  # spun, stitched and machine-written pages marked, never rewritten
    QualityPipeline: 600,  # what is no article refused
    DeduplicationPipeline: 700,  # what was seen before, on any site and in any run, refused and linked
    StoragePipeline: 800,  # every article written through one of three doors: stored, rejected, failed
}

# Articles wait until their site can be judged, then pass the stages in an order that does not depend on arrival.
ITEM_PROCESSOR = HoldBackPipelineManager
SPIDER_MIDDLEWARES = {HoldBackMiddleware: 50}  # next to the engine: behind every other spider middleware
TEMPLATE_HOLD = 500  # articles; one batch is about 10 MB of text

# --- Storage and the ledger ---------------------------------------------------------------------------------------

SQUEEGEE_OUTPUT = "output"  # folder of the ledger and of all sites
EXTENSIONS = {
    RunExtension: -100,  # first: takes the site's lock and opens the ledger before a stage asks for it
    CrawlDelayExtension: 0,  # keeps the distance that robots.txt asks for
    StoppingExtension: 0,  # lets go of what waits for its turn when the crawl is told to stop
    ProgressExtension: 100,  # shows what goes on, on a terminal
    MetricsExtension: 100,  # tells Prometheus of the run once it is sealed
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

SPIDER_LOADER_CLASS = SiteSpiderLoader
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
DOWNLOADER = (
    BoundedDownloader  # Scrapy's sends all that wait at once where the delay is 0, whatever the line above says
)
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # default ERROR; after three tries the page stands in failed.jsonl, with the reason

# --- Limits: every page is hostile input --------------------------------------------------------------------------

DOWNLOAD_TIMEOUT = 25  # seconds for the whole answer, so that a slow drip ends too; default 180
DOWNLOAD_MAXSIZE = 8 << 20  # bytes, packed and unpacked; default 1 GiB
DOWNLOAD_WARNSIZE = 0  # pages over the limit are failed with a reason, larger ones need no warning
DOWNLOAD_VERIFY_CERTIFICATES = True  # default False
# Nothing that a page links to may reach the machine's files or other protocols.
DOWNLOAD_HANDLERS = {
    "http": GuardedHandler,  # refuses inside addresses, endless heads, bodies of another length than they say
    "https": GuardedHandler,
    "file": None,
    "data": None,
    "ftp": None,
    "s3": None,
}
DOWNLOADER_MIDDLEWARES = {  # each but the archive in the place of Scrapy's own
    OffsiteMiddleware: None,
    HostsMiddleware: 50,  # Scrapy's knows no ports and lets redirects through
    RobotsTxtMiddleware: None,
    RobotsMiddleware: 100,  # Scrapy's takes a robots.txt that fails for a permission
    RetryMiddleware: None,
    BackoffMiddleware: 550,  # Scrapy's asks three times at once and ignores Retry-After
    ArchiveMiddleware: 585,  # behind decompression (590): bodies as every reader of the archive wants them
    HttpCompressionMiddleware: None,
    CompressionMiddleware: 590,  # Scrapy's takes a cut body for a whole one
    RedirectMiddleware: None,
    RedirectsMiddleware: 600,  # Scrapy's lets a redirect to a known URL vanish
    CookiesMiddleware: None,
    BoundedCookiesMiddleware: 700,  # Scrapy's keeps any number
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
