set count = $<
sort -n
