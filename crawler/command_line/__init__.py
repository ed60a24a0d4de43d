"""What the commands share: how one begins and ends, what it shows on a terminal, and how it works on all cores.

`commanding` looks at options and settings before anything is done, and `interrupted` hears Ctrl-C before that; `launching` starts
crawls and says what they came to, `parallel` hands many small jobs to the cores, `pretty` prints an article, `progress` tells what
is going on.
"""
