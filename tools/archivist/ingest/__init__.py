"""Taking documents in: receiving files, describing them, adding them to the archive and sealing them anew."""
