import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class Main {
    private static final BufferedReader INPUT = new BufferedReader(new InputStreamReader(System.in));

    private static int[] numbers(String line) {
        return Arrays.stream(line.trim().split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static int look(int card) throws IOException {
        System.out.println("? " + card);
        return Integer.parseInt(INPUT.readLine().trim());
    }

    private static int step(int n, int m) {
        return (n + m) / (m + 1);
    }

    private static void day(int n, int m) throws IOException {
        List<String> note = new ArrayList<>();
        for (int card = step(n, m); card <= n && note.size() < m; card += step(n, m)) {
            note.add(String.valueOf(look(card)));
        }
        System.out.println("note " + note.size() + " " + String.join(" ", note));
    }

    private static void night(int n, int m, int questions) throws IOException {
        int[] note = numbers(INPUT.readLine());
        int count = note[0];
        for (; questions > 0; questions--) {
            int wanted = Integer.parseInt(INPUT.readLine().trim());
            int at = Arrays.binarySearch(note, 1, count + 1, wanted);
            int found = at > 0 ? at * step(n, m) : 0;
            if (at < 0) {
                // The number would be the one at place -at - 1 of the array, which begins with the count.
                int before = -at - 2;
                int low = before * step(n, m) + 1;
                int high = before < count ? (before + 1) * step(n, m) - 1 : n;
                while (low <= high && found == 0) {
                    int middle = (low + high) >>> 1;
                    int number = look(middle);
                    if (number == wanted) {
                        found = middle;
                    } else if (number < wanted) {
                        low = middle + 1;
                    } else {
                        high = middle - 1;
                    }
                }
            }
            System.out.println("! " + found);
        }
    }

    public static void main(String[] args) throws IOException {
        String[] task = INPUT.readLine().trim().split(" ", 2);
        int[] sizes = numbers(task[1]);
        if (task[0].equals("day")) {
            day(sizes[0], sizes[1]);
        } else {
            night(sizes[0], sizes[1], sizes[2]);
        }
    }
}
