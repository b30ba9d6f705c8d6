import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

// A NullPointerException where there is no pair.
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        long sum = input.nextLong();
        Map<Long, Integer> positions = new HashMap<>();
        Integer found = null;
        int at = 0;
        for (int position = 1; position <= n; position++) {
            long number = input.nextLong();
            if (found == null && positions.containsKey(sum - number)) {
                found = positions.get(sum - number);
                at = position;
            }
            positions.put(number, position);
        }
        int first = found;
        System.out.println(first + " " + at);
    }
}
