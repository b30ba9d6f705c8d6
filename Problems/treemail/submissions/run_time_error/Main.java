import java.util.Scanner;

/** Expects to be asked for packing only. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        input.next();
        StringBuilder message = new StringBuilder();
        for (int n = input.nextInt(); n > 0; n--) {
            message.append(Math.min(1, input.nextInt())).append(Math.min(1, input.nextInt()));
        }
        System.out.println(message);
    }
}
