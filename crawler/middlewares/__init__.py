"""Components between the engine, the network and the spiders."""
