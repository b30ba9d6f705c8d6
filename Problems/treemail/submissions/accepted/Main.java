import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.Deque;

public class Main {
    private static final BufferedReader INPUT = new BufferedReader(new InputStreamReader(System.in));

    private static String pack() throws IOException {
        StringBuilder message = new StringBuilder();
        for (int n = Integer.parseInt(INPUT.readLine()); n > 0; n--) {
            String[] children = INPUT.readLine().split(" ");
            for (String child : children) {
                message.append(child.equals("0") ? '0' : '1');
            }
        }
        return message.toString();
    }

    private static String unpack(String message) {
        int n = message.length() / 2;
        int[] left = new int[n + 1];
        int[] right = new int[n + 1];
        Deque<Integer> withRight = new ArrayDeque<>();
        for (int node = 1; node <= n; node++) {
            if (message.charAt(2 * node - 1) == '1') {
                withRight.push(node);
            }
            if (message.charAt(2 * node - 2) == '1') {
                left[node] = node + 1;
            } else if (!withRight.isEmpty()) {
                right[withRight.pop()] = node + 1;
            }
        }
        StringBuilder output = new StringBuilder(n + "\n");
        for (int node = 1; node <= n; node++) {
            output.append(left[node]).append(' ').append(right[node]).append('\n');
        }
        return output.toString();
    }

    public static void main(String[] args) throws IOException {
        boolean isPacking = INPUT.readLine().equals("pack");
        System.out.println((isPacking ? pack() : unpack(INPUT.readLine())).stripTrailing());
    }
}
