void main () {
    int two = 2;
    assert (two == 3);
}
