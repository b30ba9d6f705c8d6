import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Scanner;

// Shuffles until the order is right, and never learns that there may be none.
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        int m = input.nextInt();
        int[] a = new int[m];
        int[] b = new int[m];
        for (int i = 0; i < m; i++) {
            a[i] = input.nextInt() - 1;
            b[i] = input.nextInt() - 1;
        }
        List<Integer> places = new ArrayList<>();
        for (int task = 0; task < n; task++) {
            places.add(task);
        }
        Random random = new Random(1);
        boolean isRight = false;
        while (!isRight) {
            Collections.shuffle(places, random);
            isRight = true;
            for (int i = 0; i < m && isRight; i++) {
                isRight = places.get(a[i]) < places.get(b[i]);
            }
        }
        Integer[] order = new Integer[n];
        for (int task = 0; task < n; task++) {
            order[places.get(task)] = task + 1;
        }
        for (int task : order) {
            System.out.println(task);
        }
    }
}
