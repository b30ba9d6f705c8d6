counts <- table(readLines(file("stdin")))
cat(length(counts), counts[["judge"]], sep = "\n")
