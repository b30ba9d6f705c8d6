class Program {
    static int known = 1;
    static int sum = known + unknown;

    static void Main() {}
}
