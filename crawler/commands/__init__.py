"""The commands of the project: each module adds one to scrapy."""
