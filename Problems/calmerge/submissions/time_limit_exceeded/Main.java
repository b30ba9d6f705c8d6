import java.util.Scanner;

/** Asks of every minute whether somebody is busy. */
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        int[][] meetings = new int[n][2];
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (int[] meeting : meetings) {
            meeting[0] = input.nextInt();
            meeting[1] = input.nextInt();
            first = Math.min(first, meeting[0]);
            last = Math.max(last, meeting[1]);
        }
        StringBuilder blocks = new StringBuilder();
        int count = 0;
        int minutes = 0;
        boolean wasBusy = false;
        for (int minute = first; minute <= last && n > 0; minute++) {
            boolean isBusy = false;
            for (int[] meeting : meetings) {
                isBusy |= meeting[0] <= minute && minute < meeting[1];
            }
            if (isBusy && !wasBusy) {
                count++;
                blocks.append(minute).append(' ');
            } else if (!isBusy && wasBusy) {
                blocks.append(minute).append('\n');
            }
            minutes += isBusy ? 1 : 0;
            wasBusy = isBusy;
        }
        System.out.println(count + " " + minutes);
        System.out.print(blocks);
    }
}
