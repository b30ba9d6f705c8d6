import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Scanner;

public class Main {
    private enum Step {
        R(0, 1), D(1, 0), L(0, -1), U(-1, 0);

        final int down;
        final int right;

        Step(int down, int right) {
            this.down = down;
            this.right = right;
        }
    }

    private record Place(int row, int column) {
        Place after(Step step) {
            return new Place(row + step.down, column + step.right);
        }

        Place before(Step step) {
            return new Place(row - step.down, column - step.right);
        }
    }

    private static Place find(String[] maze, char cell) {
        for (int row = 0; ; row++) {
            int column = maze[row].indexOf(cell);
            if (column >= 0) {
                return new Place(row, column);
            }
        }
    }

    private static boolean isFree(String[] maze, Place place) {
        return place.row() >= 0 && place.row() < maze.length
                && place.column() >= 0 && place.column() < maze[0].length()
                && maze[place.row()].charAt(place.column()) != '#';
    }

    private static String way(String[] maze) {
        Place start = find(maze, 'S');
        Place end = find(maze, 'E');
        Step[][] came = new Step[maze.length][maze[0].length()];
        Deque<Place> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            Place here = waiting.remove();
            for (Step step : Step.values()) {
                Place next = here.after(step);
                if (isFree(maze, next) && came[next.row()][next.column()] == null) {
                    came[next.row()][next.column()] = step;
                    waiting.add(next);
                }
            }
        }
        if (came[end.row()][end.column()] == null) {
            return "NONE";
        }
        StringBuilder way = new StringBuilder();
        for (Place here = end; !here.equals(start); here = here.before(came[here.row()][here.column()])) {
            way.append(came[here.row()][here.column()]);
        }
        return way.reverse().toString();
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        String[] maze = new String[input.nextInt()];
        input.nextInt();
        for (int row = 0; row < maze.length; row++) {
            maze[row] = input.next();
        }
        System.out.println(way(maze));
    }
}
