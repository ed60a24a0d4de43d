"""The Scrapy project: from a URL to an article, and the commands around it."""
