NR > 1 { values[NR] = $1 }
END {
    count = asort(values)
    for (i = 1; i <= count; i++) print values[i]
}
