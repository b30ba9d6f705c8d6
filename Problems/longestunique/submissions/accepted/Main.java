import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int[] codes = input.readLine().codePoints().toArray();
        BitSet inside = new BitSet();
        int start = 0;
        int best = 0;
        for (int end = 0; end < codes.length; end++) {
            while (inside.get(codes[end])) {
                inside.clear(codes[start++]);
            }
            inside.set(codes[end]);
            best = Math.max(best, end + 1 - start);
        }
        System.out.println(best);
    }
}
