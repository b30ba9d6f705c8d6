import java.io.IOException;
import java.io.StreamTokenizer;
import java.io.InputStreamReader;
import java.io.BufferedReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

public class Main {
    private static final StreamTokenizer INPUT =
            new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int next() throws IOException {
        INPUT.nextToken();
        return (int) INPUT.nval;
    }

    public static void main(String[] args) throws IOException {
        int n = next();
        int m = next();
        List<List<Integer>> after = new ArrayList<>();
        for (int task = 0; task <= n; task++) {
            after.add(new ArrayList<>());
        }
        int[] waiting = new int[n + 1];
        for (int i = 0; i < m; i++) {
            int a = next();
            int b = next();
            after.get(a).add(b);
            waiting[b]++;
        }
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int task = 1; task <= n; task++) {
            if (waiting[task] == 0) {
                ready.add(task);
            }
        }
        StringBuilder order = new StringBuilder();
        int count = 0;
        while (!ready.isEmpty()) {
            int task = ready.remove();
            order.append(task).append('\n');
            count++;
            for (int other : after.get(task)) {
                if (--waiting[other] == 0) {
                    ready.add(other);
                }
            }
        }
        System.out.print(count == n ? order : "IMPOSSIBLE\n");
    }
}
