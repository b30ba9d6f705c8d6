import java.util.Scanner;

/** Without an order: repeats for every shift until no sum changes, and asks all others each time. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        long[][] shifts = new long[n][3];
        for (long[] shift : shifts) {
            for (int i = 0; i < 3; i++) {
                shift[i] = input.nextLong();
            }
        }
        long[] best = new long[n];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int k = n - 1; k >= 0; k--) {
                long before = 0;
                for (int i = 0; i < n; i++) {
                    if (shifts[i][1] <= shifts[k][0]) {
                        before = Math.max(before, best[i]);
                    }
                }
                if (before + shifts[k][2] > best[k]) {
                    best[k] = before + shifts[k][2];
                    changed = true;
                }
            }
        }
        long most = 0;
        for (long sum : best) {
            most = Math.max(most, sum);
        }
        System.out.println(most);
    }
}
