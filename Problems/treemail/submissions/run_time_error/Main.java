import java.util.Scanner;

/** Can pack, and gives up when it is asked to unpack. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        if (!input.next().equals("pack")) {
            throw new UnsupportedOperationException("only packing is done here");
        }
        StringBuilder message = new StringBuilder();
        for (int n = input.nextInt(); n > 0; n--) {
            message.append(Math.min(1, input.nextInt())).append(Math.min(1, input.nextInt()));
        }
        System.out.println(message);
    }
}
