import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Deque;

public class Main {
    private record Tag(String name, int position) {}

    private static String check(String text) {
        Deque<Tag> open = new ArrayDeque<>();
        int deepest = 0;
        for (int start = text.indexOf('<'); start >= 0; start = text.indexOf('<', start + 1)) {
            String name = text.substring(start + 1, text.indexOf('>', start));
            if (name.startsWith("/")) {
                if (open.isEmpty() || !open.pop().name().equals(name.substring(1))) {
                    return "wrong " + (start + 1);
                }
            } else {
                deepest = Math.max(deepest, open.size() + 1);
                if (!name.endsWith("/")) {
                    open.push(new Tag(name, start + 1));
                }
            }
        }
        return open.isEmpty() ? "ok " + deepest : "open " + open.peek().position();
    }

    public static void main(String[] args) throws IOException {
        System.out.println(check(new BufferedReader(new InputStreamReader(System.in)).readLine()));
    }
}
