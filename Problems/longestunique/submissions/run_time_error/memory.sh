# Takes memory without end.
# @EXPECTED_RESULTS@: MEMORY-LIMIT
text=x
while :; do text+=$text; done
