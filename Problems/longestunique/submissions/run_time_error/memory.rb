# Takes memory without end.
# @EXPECTED_RESULTS@: MEMORY-LIMIT
numbers = []
loop { numbers << Array.new(1000, 1) }
