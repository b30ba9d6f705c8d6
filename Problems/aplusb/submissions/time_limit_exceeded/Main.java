import java.util.Scanner;

public class Main {
    static volatile long turns;

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        long sum = input.nextLong() + input.nextLong();
        while (turns >= 0) {
            turns++;
        }
        System.out.println(sum);
    }
}
