import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;

/** A map from moments to what can be earned until then; it never falls. */
public class Main {
    private record Shift(int begin, int end, int pay) {}

    private static final StreamTokenizer INPUT =
            new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int next() throws IOException {
        INPUT.nextToken();
        return (int) INPUT.nval;
    }

    public static void main(String[] args) throws IOException {
        Shift[] shifts = new Shift[next()];
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = new Shift(next(), next(), next());
        }
        Arrays.sort(shifts, Comparator.comparingInt(Shift::end));
        TreeMap<Integer, Long> earned = new TreeMap<>();
        earned.put(0, 0L);
        for (Shift shift : shifts) {
            long sum = earned.floorEntry(shift.begin()).getValue() + shift.pay();
            if (sum > earned.lastEntry().getValue()) {
                earned.put(shift.end(), sum);
            }
        }
        System.out.println(earned.lastEntry().getValue());
    }
}
