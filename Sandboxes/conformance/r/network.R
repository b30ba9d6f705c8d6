tryCatch(
  socketConnection("192.0.2.1", 80, timeout = 5),
  warning = function(w) cat("no network\n")
)
