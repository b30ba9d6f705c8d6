void main () {
    int total = 0;
    Thread<bool>[] threads = {};
    for (int i = 0; i < 4; i++) {
        int number = i;
        threads += new Thread<bool> (null, () => {
            for (int j = 0; j < 1000; j++) AtomicInt.add (ref total, number);
            return true;
        });
    }
    foreach (var thread in threads) thread.join ();
    print ("%d\n", total);
}
