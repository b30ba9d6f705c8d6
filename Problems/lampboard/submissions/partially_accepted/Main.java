import java.util.Scanner;

/** Reads the numbers as ints. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        int[] byHighestBit = new int[32];
        while (n-- > 0) {
            int number = input.nextInt();
            while (number != 0) {
                int bit = 31 - Integer.numberOfLeadingZeros(number);
                if (byHighestBit[bit] == 0) {
                    byHighestBit[bit] = number;
                    break;
                }
                number ^= byHighestBit[bit];
            }
        }
        int largest = 0;
        for (int bit = 31; bit >= 0; bit--) {
            largest = Math.max(largest, largest ^ byHighestBit[bit]);
        }
        System.out.println(largest);
    }
}
