void main () {
    int counter = 0;
    while (true) AtomicInt.inc (ref counter);
}
