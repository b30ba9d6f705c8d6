{ counts[$0]++ }
END {
    print length(counts)
    print counts["judge"]
}
