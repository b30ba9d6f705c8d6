BEGIN {
    line = sprintf("%99s", "")
    gsub(/ /, "x", line)
    for (i = 0; i < 100000; i++) print line
}
