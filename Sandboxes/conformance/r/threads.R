sums <- parallel::mclapply(0:3, function(number) sum(rep(number, 1000)), mc.cores = 4)
cat(sum(unlist(sums)), "\n")
