"""The meeting deck: one HTML document with everything inside it, which goes on without a server."""
