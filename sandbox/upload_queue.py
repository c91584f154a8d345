"""Whose file is read now and whose waits: at most two children at a time in this process."""

from sandbox.fair_queue import FairQueue

AT_A_TIME = 2
QUEUE = FairQueue(AT_A_TIME)
turn = QUEUE.turn
