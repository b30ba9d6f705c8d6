NR > 1 { sum += $1 }
END { printf "%d\n", sum }
