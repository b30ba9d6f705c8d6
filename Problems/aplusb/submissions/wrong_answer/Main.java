import java.util.Scanner;

// A double holds 53 bits.
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        System.out.println((long) ((double) input.nextLong() + (double) input.nextLong()));
    }
}
