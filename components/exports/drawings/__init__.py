"""Maps and charts drawn by matplotlib: vectors for print, pixels for messages."""
