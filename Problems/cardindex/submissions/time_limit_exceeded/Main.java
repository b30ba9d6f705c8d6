import java.util.Scanner;

/** By night it narrows the cards down to two, again and again. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        boolean isDay = input.next().equals("day");
        int n = input.nextInt();
        int m = input.nextInt();
        if (isDay) {
            System.out.println("note 0");
            return;
        }
        int questions = input.nextInt();
        int left = input.nextInt();
        input.nextInt();
        int wanted = input.nextInt();
        int low = 1;
        int high = n + 1;
        while (low + 1 <= high) {
            int middle = (low + high) / 2;
            if (left > 0) {
                left--;
                System.out.println("? " + middle);
                if (input.nextInt() > wanted) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
        }
        System.out.println("! " + low);
    }
}
