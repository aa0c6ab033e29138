"""Full-text search: the index writer and the engine that ships with the site."""
