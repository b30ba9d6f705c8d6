values <- scan(file("stdin"), quiet = TRUE)
cat(format(sum(values[-1]), scientific = FALSE), "\n", sep = "")
