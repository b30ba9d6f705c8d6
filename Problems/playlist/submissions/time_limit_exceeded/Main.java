import java.util.LinkedList;
import java.util.Scanner;

/** A linked list without places: every move walks from the beginning to both songs. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        int m = input.nextInt();
        int k = input.nextInt();
        LinkedList<Integer> songs = new LinkedList<>();
        for (int song = 1; song <= n; song++) {
            songs.add(song);
        }
        while (m-- > 0) {
            Integer x = input.nextInt();
            int y = input.nextInt();
            songs.remove(x);
            songs.add(y == 0 ? 0 : songs.indexOf(y) + 1, x);
        }
        StringBuilder output = new StringBuilder();
        for (int song : songs.subList(0, k)) {
            output.append(song).append('\n');
        }
        System.out.print(output);
    }
}
