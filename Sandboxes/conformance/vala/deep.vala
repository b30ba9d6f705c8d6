int depth (int n) {
    return n == 0 ? 0 : 1 + depth (n - 1);
}

void main () {
    print ("%d\n", depth (100000));
}
