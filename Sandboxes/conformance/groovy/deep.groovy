def depth(int n) {
    n == 0 ? 0 : 1 + depth(n - 1)
}

println depth(100_000)
