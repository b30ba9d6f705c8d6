import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer first = new StringTokenizer(input.readLine());
        int n = Integer.parseInt(first.nextToken());
        long sum = Long.parseLong(first.nextToken());
        StringTokenizer words = new StringTokenizer(n > 0 ? input.readLine() : "");
        Map<Long, Integer> positions = new HashMap<>();
        for (int position = 1; position <= n; position++) {
            long number = Long.parseLong(words.nextToken());
            Integer other = positions.get(sum - number);
            if (other != null) {
                System.out.println(other + " " + position);
                return;
            }
            positions.put(number, position);
        }
        System.out.println("IMPOSSIBLE");
    }
}
