// Counts up to a number so large that adding 1 no longer changes what was reached.
public class Main {
    static volatile double reached;

    public static void main(String[] args) {
        while (reached < 1e17) {
            reached += 1;
        }
        System.out.println(reached);
    }
}
