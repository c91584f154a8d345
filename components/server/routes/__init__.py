"""Our own addresses: decks, downloads, lists, ticks and the values of drafts."""
