"""The class on one laptop: a Voilà application with a door, seats and plain pages."""
