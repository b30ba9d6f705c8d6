import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Scanner;

/** Does not ask whether a step leaves the maze. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        char[][] maze = new char[input.nextInt()][];
        input.nextInt();
        Deque<int[]> waiting = new ArrayDeque<>();
        String[][] ways = new String[maze.length][];
        for (int row = 0; row < maze.length; row++) {
            String line = input.next();
            maze[row] = line.toCharArray();
            ways[row] = new String[maze[row].length];
            if (line.indexOf('S') >= 0) {
                ways[row][line.indexOf('S')] = "";
                waiting.add(new int[] {row, line.indexOf('S')});
            }
        }
        while (!waiting.isEmpty()) {
            int[] here = waiting.remove();
            if (maze[here[0]][here[1]] == 'E') {
                System.out.println(ways[here[0]][here[1]]);
                return;
            }
            for (int k = 0; k < 4; k++) {
                int row = here[0] + new int[] {-1, 1, 0, 0}[k];
                int column = here[1] + new int[] {0, 0, -1, 1}[k];
                if (maze[row][column] != '#' && ways[row][column] == null) {
                    ways[row][column] = ways[here[0]][here[1]] + "UDLR".charAt(k);
                    waiting.add(new int[] {row, column});
                }
            }
        }
        System.out.println("NONE");
    }
}
