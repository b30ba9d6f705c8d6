// Remembers all pairs as objects: some 200 million of them.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        long sum = input.nextLong();
        long[] numbers = new long[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = input.nextLong();
        }
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            long[] row = new long[n];
            for (int j = 0; j < n; j++) {
                row[j] = numbers[i] + numbers[j];
            }
            rows.add(row);
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (rows.get(i)[j] == sum) {
                    System.out.println((i + 1) + " " + (j + 1));
                    return;
                }
            }
        }
        System.out.println("IMPOSSIBLE");
    }
}
