// Fills 1 GiB before it reads.
// @EXPECTED_RESULTS@: MEMORY-LIMIT
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class Main {
    public static void main(String[] args) throws IOException {
        List<byte[]> blocks = new ArrayList<>();
        for (int i = 0; i < 128; i++) {
            byte[] block = new byte[8 << 20];
            Arrays.fill(block, (byte) (i + 1));
            blocks.add(block);
        }
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int[] codes = input.readLine().codePoints().toArray();
        int[] next = new int[Character.MAX_CODE_POINT + 1];
        int start = 0;
        int best = 0;
        for (int i = 0; i < codes.length; i++) {
            start = Math.max(start, next[codes[i]]);
            next[codes[i]] = i + 1;
            best = Math.max(best, i + 1 - start);
        }
        System.out.println(best + (blocks.get(codes.length & 127)[0] == 0 ? 1 : 0));
    }
}
