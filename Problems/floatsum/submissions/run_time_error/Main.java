import java.util.Scanner;

// Expects a first number even where there is none.
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        double sum = Double.parseDouble(input.next());
        for (int i = 1; i < n; i++) {
            sum += Double.parseDouble(input.next());
        }
        System.out.println(sum);
    }
}
