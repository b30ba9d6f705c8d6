import java.util.Scanner;

/** Stops to make progress when two marks are left. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int low = 1;
        int high = input.nextInt();
        int questions = input.nextInt();
        int[] known = new int[high + 1];
        while (low < high) {
            int middle = (low + high) / 2;
            if (known[middle] == 0 && questions-- > 0) {
                System.out.println("? " + middle);
                known[middle] = 1 + input.nextInt();
            }
            if (known[middle + 1] == 0 && questions-- > 0) {
                System.out.println("? " + (middle + 1));
                known[middle + 1] = 1 + input.nextInt();
            }
            if (known[middle] < known[middle + 1]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        System.out.println("! " + low);
    }
}
