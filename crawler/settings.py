"""Settings of the crawl: the flow first, then what departs from Scrapy's defaults, each with its reason."""

from crawler.holdback import HoldBackMiddleware, HoldBackPipelineManager
from pipelines.injection import InjectionPipeline
from pipelines.normalization import NormalizationPipeline

BOT_NAME = "squeegee"
SPIDER_MODULES = ["crawler.spiders"]
COMMANDS_MODULE = "crawler.commands"

# --- The flow: an article meets these stages in this order -------------------------------------------------------

ITEM_PIPELINES: dict[type, int] = {
    NormalizationPipeline: 100,  # one Unicode form, nothing invisible, byte damage marked
    InjectionPipeline: 300,  # keywords and other people's text cut
}

# Articles wait until their site can be judged, then pass the stages in an order that does not depend on arrival.
ITEM_PROCESSOR = HoldBackPipelineManager
SPIDER_MIDDLEWARES = {HoldBackMiddleware: 50}  # next to the engine: behind every other spider middleware
TEMPLATE_HOLD = 500  # articles; one batch is about 10 MB of text
