lines <- readLines(file("stdin"))
cat(length(lines), tail(lines, 1), sep = "\n")
