"""Command lines that build and measure the bundled files."""
