read count
sort -n
