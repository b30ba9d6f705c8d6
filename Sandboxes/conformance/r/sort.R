values <- scan(file("stdin"), quiet = TRUE)
writeLines(format(sort(values[-1]), scientific = FALSE, trim = TRUE))
