{ last = $0 }
END {
    print NR
    print last
}
