import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

// Counts UTF-16 units: an emoji is two of them.
public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = input.readLine();
        int[] next = new int[1 << 16];
        int start = 0;
        int best = 0;
        for (int i = 0; i < line.length(); i++) {
            start = Math.max(start, next[line.charAt(i)]);
            next[line.charAt(i)] = i + 1;
            best = Math.max(best, i + 1 - start);
        }
        System.out.println(best);
    }
}
