import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.StringTokenizer;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        input.readLine();
        StringTokenizer words = new StringTokenizer(input.readLine());
        long[] byHighestBit = new long[60];
        while (words.hasMoreTokens()) {
            long number = Long.parseLong(words.nextToken());
            while (number != 0) {
                int bit = 63 - Long.numberOfLeadingZeros(number);
                if (byHighestBit[bit] == 0) {
                    byHighestBit[bit] = number;
                    break;
                }
                number ^= byHighestBit[bit];
            }
        }
        long largest = 0;
        for (int bit = 59; bit >= 0; bit--) {
            largest = Math.max(largest, largest ^ byHighestBit[bit]);
        }
        System.out.println(largest);
    }
}
