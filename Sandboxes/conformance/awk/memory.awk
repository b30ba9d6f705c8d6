BEGIN {
    block = "xxxxxxxxxxxxxxxx"
    for (;;) block = block block
}
