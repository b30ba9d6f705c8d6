line <- strrep("x", 99)
for (i in 1:100000) cat(line, "\n", sep = "")
