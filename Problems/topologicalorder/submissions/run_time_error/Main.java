import java.util.Scanner;

// Room for a thousand tasks.
public class Main {
    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        int m = input.nextInt();
        int[] waiting = new int[1001];
        int[] a = new int[m];
        int[] b = new int[m];
        for (int i = 0; i < m; i++) {
            a[i] = input.nextInt();
            b[i] = input.nextInt();
            waiting[b[i]]++;
        }
        int[] order = new int[1000];
        int count = 0;
        for (int task = 1; task <= n; task++) {
            if (waiting[task] == 0) {
                order[count++] = task;
            }
        }
        for (int done = 0; done < count; done++) {
            for (int i = 0; i < m; i++) {
                if (a[i] == order[done] && --waiting[b[i]] == 0) {
                    order[count++] = b[i];
                }
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(order[i]).append('\n');
        }
        System.out.print(count == n ? text : "IMPOSSIBLE\n");
    }
}
