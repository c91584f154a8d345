"""One script per screen: a list of calls."""
