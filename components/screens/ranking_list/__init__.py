"""The ranking as a list that stays legible for 514 regions: bars, or two dots a row where periods are compared."""
