class Main {
    static int known = 1;
    static int sum = known + unknown;

    public static void main(String[] arguments) {}
}
