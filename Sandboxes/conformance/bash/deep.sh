depth() {
    (($1 == 0)) && count=0 && return
    depth $(($1 - 1))
    ((++count))
}

depth 100000
echo "$count"
