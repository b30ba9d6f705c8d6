import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
    private static final BufferedReader INPUT = new BufferedReader(new InputStreamReader(System.in));

    private static int height(int mark) throws IOException {
        System.out.println("? " + mark);
        System.out.flush();
        return Integer.parseInt(INPUT.readLine().trim());
    }

    public static void main(String[] args) throws IOException {
        int low = 1;
        int high = Integer.parseInt(INPUT.readLine().split(" ")[0]);
        while (low < high) {
            int middle = (low + high) / 2;
            if (height(middle) < height(middle + 1)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        System.out.println("! " + low);
    }
}
