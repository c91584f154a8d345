"""How much anybody may ask of the server: one table, each limit with its reason.

What a file that is read may cost stands in `sandbox.watch`, how much may be uploaded in
`components.server.security.quota`: those ask for a role first.
"""

# An address of ours with every slide and line that can be chosen takes 9 kB.
QUERY_BYTES = 16 * 1024

# Seconds from the first byte to the end of a request's headers: a browser on the slowest line takes two.
HEADERS_SECONDS = 20.0
# Connections of one address, and of all. An office stands behind one address, and a browser opens six; the system
# gives a process 1,024 files, of which the store needs some.
CONNECTIONS_OF_ONE, CONNECTIONS = 300, 800
# Pages that one address, and all together, hold open: each costs a session, and one process answers 20 clicks a second.
PAGES_OF_ONE, PAGES = 200, 500

# Bytes of one message from a page: the longest, a slide's own text, takes some kB. Streamlit's own limit is 25 MB for
# what a page says and 200 MB for what it sends: of 20 sockets that sent 14 MB each it kept 1.4 GB.
MESSAGE_BYTES = 2_000_000

# Files and decks made at a time: large ones in children, of which each may use a processor and 600 MB; small ones in
# this process, and never behind large ones. One address holds one place of the large at most.
LARGE_AT_A_TIME, LARGE_OF_ONE, SMALL_AT_A_TIME = 2, 1, 2
# How many of them one address may have in line, and all together: a hall asks for small decks at the same moment.
LARGE_IN_LINE_OF_ONE, LARGE_IN_LINE = 6, 40
SMALL_IN_LINE_OF_ONE, SMALL_IN_LINE = 60, 200
# Seconds after which the next is asked to come again: a large one takes ten to forty.
RETRY_SECONDS = 20
# A table of more rows is large: this many take a second as XLSX.
SMALL_ROWS = 5_000
# Bytes of finished files, and of finished decks, that are kept for whoever asks next: the largest are 13 MB.
KEPT_BYTES = 96_000_000
# Seconds for which the child that makes large decks waits for the next one, with all figures at hand.
CHILD_IDLE = 300.0
# Exports that one address may have in line, beside those of others: a page makes one at a time.
EXPORTS_OF_ONE = 6
