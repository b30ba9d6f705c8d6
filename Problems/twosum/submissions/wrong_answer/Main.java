import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

// Prints the numbers instead of their positions.
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        long sum = input.nextLong();
        Map<Long, Integer> positions = new HashMap<>();
        for (int position = 1; position <= n; position++) {
            long number = input.nextLong();
            if (positions.containsKey(sum - number)) {
                System.out.println((sum - number) + " " + number);
                return;
            }
            positions.put(number, position);
        }
        System.out.println("IMPOSSIBLE");
    }
}
