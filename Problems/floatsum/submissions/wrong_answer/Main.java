import java.util.Locale;
import java.util.Scanner;

// A comma where the point should be.
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Double.parseDouble(input.next());
        }
        System.out.println(String.format(Locale.GERMANY, "%.9f", sum));
    }
}
