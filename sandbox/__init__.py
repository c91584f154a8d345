"""Reading what comes from outside: archives, and the child process with its limits."""
