"""What is selected and who selects it: the address, the session, the user, and the caches behind them."""
