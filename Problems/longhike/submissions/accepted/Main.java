import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

public class Main {
    private record Path(int to, long length) {}

    private record Stop(int hut, int before, long length, int paths) {
        boolean isFartherThan(Stop other) {
            return length != other.length ? length > other.length : paths > other.paths;
        }
    }

    private static final StreamTokenizer INPUT =
            new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int next() throws IOException {
        INPUT.nextToken();
        return (int) INPUT.nval;
    }

    private static Stop farthest(int start, List<List<Path>> paths) {
        Stop best = new Stop(start, 0, 0, 0);
        Deque<Stop> waiting = new ArrayDeque<>(List.of(best));
        while (!waiting.isEmpty()) {
            Stop stop = waiting.pop();
            if (stop.isFartherThan(best)) {
                best = stop;
            }
            for (Path path : paths.get(stop.hut())) {
                if (path.to() != stop.before()) {
                    waiting.push(new Stop(path.to(), stop.hut(), stop.length() + path.length(), stop.paths() + 1));
                }
            }
        }
        return best;
    }

    public static void main(String[] args) throws IOException {
        int n = next();
        List<List<Path>> paths = new ArrayList<>();
        for (int hut = 0; hut <= n; hut++) {
            paths.add(new ArrayList<>());
        }
        for (int i = 1; i < n; i++) {
            int a = next();
            int b = next();
            int length = next();
            paths.get(a).add(new Path(b, length));
            paths.get(b).add(new Path(a, length));
        }
        Stop end = farthest(farthest(1, paths).hut(), paths);
        System.out.println(end.length() + " " + end.paths());
    }
}
