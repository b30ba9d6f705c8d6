void fail () throws Error {
    throw new IOError.FAILED ("nobody catches this");
}

void main () {
    fail ();
}
