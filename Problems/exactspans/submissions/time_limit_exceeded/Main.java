import java.util.Arrays;
import java.util.Scanner;

/** Adds up every span anew. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int[] numbers = new int[input.nextInt()];
        int wanted = input.nextInt();
        Arrays.setAll(numbers, i -> input.nextInt());
        long count = 0;
        for (int from = 0; from < numbers.length; from++) {
            for (int to = from + 1; to <= numbers.length; to++) {
                if (Arrays.stream(numbers, from, to).sum() == wanted) {
                    count++;
                }
            }
        }
        System.out.println(count);
    }
}
