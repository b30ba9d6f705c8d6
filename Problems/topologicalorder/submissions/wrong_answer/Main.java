import java.util.Scanner;

// One task over and over.
public class Main {
    public static void main(String[] args) {
        int n = new Scanner(System.in).nextInt();
        StringBuilder order = new StringBuilder();
        for (int i = 0; i <= n; i++) {
            order.append("1 ");
        }
        System.out.println(order);
    }
}
