compiler::enableJIT(0)

depth <- function(n) if (n == 0) 0 else 1 + depth(n - 1)

cat(format(depth(100000), scientific = FALSE), "\n")
