import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.HashMap;
import java.util.Map;

public class Main {
    private static final StreamTokenizer INPUT =
            new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int next() throws IOException {
        INPUT.nextToken();
        return (int) INPUT.nval;
    }

    public static void main(String[] args) throws IOException {
        int n = next();
        int wanted = next();
        Map<Integer, Integer> seen = new HashMap<>(Map.of(0, 1));
        int sum = 0;
        long count = 0;
        for (int i = 0; i < n; i++) {
            sum += next();
            count += seen.getOrDefault(sum - wanted, 0);
            seen.merge(sum, 1, Integer::sum);
        }
        System.out.println(count);
    }
}
