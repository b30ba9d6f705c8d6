static class Deep {
    public static int Depth(int n) {
        return n == 0 ? 0 : 1 + Depth(n - 1);
    }
}

Console.WriteLine(Deep.Depth(100000));
