"""What every medium of an export needs: texts, places, colours, columns."""
