"""How much anybody may ask of the server: one table, each limit with its reason.

What a file that is read may cost stands in `components.upload.watch`, how much may be uploaded in
`components.gate.quota`: those ask for a role first.
"""

# An address of ours with every slide and line that can be chosen takes 9 kB.
QUERY_BYTES = 16 * 1024
