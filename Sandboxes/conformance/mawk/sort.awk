NR > 1 { print | "sort -n" }
