"""What stands between the crawl and a hostile network: addresses, answers and packed bodies that are refused."""
