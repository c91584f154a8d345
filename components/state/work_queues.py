"""The two queues of what the server makes for whoever asks: large files and decks, and small ones."""

from components.state.limits import (
    LARGE_AT_A_TIME,
    LARGE_IN_LINE,
    LARGE_IN_LINE_OF_ONE,
    LARGE_OF_ONE,
    SMALL_AT_A_TIME,
    SMALL_IN_LINE,
    SMALL_IN_LINE_OF_ONE,
)
from sandbox.fair_queue import FairQueue

LARGE = FairQueue(LARGE_AT_A_TIME, LARGE_OF_ONE, LARGE_IN_LINE_OF_ONE, LARGE_IN_LINE)
SMALL = FairQueue(SMALL_AT_A_TIME, 0, SMALL_IN_LINE_OF_ONE, SMALL_IN_LINE)
