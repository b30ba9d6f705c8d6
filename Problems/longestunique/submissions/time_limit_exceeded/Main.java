import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

// Starts again at every character.
public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int[] codes = input.readLine().codePoints().toArray();
        int best = 0;
        for (int start = 0; start < codes.length; start++) {
            Set<Integer> seen = new HashSet<>();
            for (int end = start; end < codes.length && seen.add(codes[end]); end++) {
                best = Math.max(best, end + 1 - start);
            }
        }
        System.out.println(best);
    }
}
