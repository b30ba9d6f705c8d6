import java.util.Random;
import java.util.Scanner;

// Guesses pairs until one is right, also where none is.
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        long sum = input.nextLong();
        long[] numbers = new long[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = input.nextLong();
        }
        Random random = new Random(1);
        while (true) {
            int i = random.nextInt(n + 1) - 1;
            int j = random.nextInt(n + 1) - 1;
            if (i >= 0 && j >= 0 && i != j && numbers[i] + numbers[j] == sum) {
                System.out.println((i + 1) + " " + (j + 1));
                return;
            }
        }
    }
}
