"""Settings of the crawl: the flow first, then what departs from Scrapy's defaults, each with its reason."""

from crawler.extensions.run import RunExtension
from crawler.holdback import HoldBackMiddleware, HoldBackPipelineManager
from pipelines.injection import InjectionPipeline
from pipelines.normalization import NormalizationPipeline
from pipelines.storage import StoragePipeline

BOT_NAME = "squeegee"
SPIDER_MODULES = ["crawler.spiders"]
COMMANDS_MODULE = "crawler.commands"

# --- The flow: an article meets these stages in this order -------------------------------------------------------

ITEM_PIPELINES: dict[type, int] = {
    NormalizationPipeline: 100,  # one Unicode form, nothing invisible, byte damage marked
    InjectionPipeline: 300,  # keywords and other people's text cut
    StoragePipeline: 800,  # every article written through one of three doors: stored, rejected, failed
}

# Articles wait until their site can be judged, then pass the stages in an order that does not depend on arrival.
ITEM_PROCESSOR = HoldBackPipelineManager
SPIDER_MIDDLEWARES = {HoldBackMiddleware: 50}  # next to the engine: behind every other spider middleware
TEMPLATE_HOLD = 500  # articles; one batch is about 10 MB of text

# --- Storage and the ledger ---------------------------------------------------------------------------------------

SQUEEGEE_OUTPUT = "output"  # folder of the ledger and of all sites
EXTENSIONS = {RunExtension: -100}  # first: takes the site's lock and opens the ledger before a stage asks for it
CRAWLALL_SITES = 8  # sites at a time in one process; each holds up to TEMPLATE_HOLD articles in memory
# STORAGE_ENABLED is set by `crawl` and `crawlall` alone: `shell`, `parse` and `fetch` leave no trace.
STORAGE_COMMIT_ARTICLES = 100  # a group of that many articles is synced and committed together
STORAGE_COMMIT_SECONDS = 0.5  # or what came within so long: the most work a kill can undo
STORAGE_COMPRESSION = ""  # "gz" or "zst" compresses the files of a finished run
STORAGE_EXPIRE_DAYS = 400  # a finished URL that no list has named for so long is forgotten; 0 keeps all for ever
