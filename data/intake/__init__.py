"""Files from outside: bytes to sheets of text, found tables, numbers, periods and proposed columns."""
