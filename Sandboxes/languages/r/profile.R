# Room for deep recursion: R's own limit is 5000 calls.
options(expressions = 500000)
