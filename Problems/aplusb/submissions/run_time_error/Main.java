import java.util.Scanner;

// Crashes where the sum leaves 32 bits.
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        System.out.println(Math.addExact(input.nextInt(), input.nextInt()));
    }
}
