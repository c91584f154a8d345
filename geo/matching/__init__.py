"""Which region a written name or code means."""
