import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.PriorityQueue;

/** Gives every wire its share of pieces at first, and the rest, one by one, to whichever wire has the longest pieces. */
public class Main {
    private record Wire(long length, long pieces) {
        double piece() {
            return (double) length / pieces;
        }
    }

    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        long pieces = Long.parseLong(input.readLine().split(" ")[1]);
        long[] lengths = Arrays.stream(input.readLine().split(" ")).mapToLong(Long::parseLong).toArray();
        double share = (double) Arrays.stream(lengths).sum() / pieces;

        // No piece can be longer than the share; a wire's next piece would be as long as its length through one more.
        PriorityQueue<Wire> wires = new PriorityQueue<>((a, b) -> Double.compare(b.piece(), a.piece()));
        long missing = pieces;
        for (long length : lengths) {
            long sure = Math.max(0, (long) (length / share) - 1);
            missing -= sure;
            wires.add(new Wire(length, sure + 1));
        }
        double longest = share;
        for (; missing > 0; missing--) {
            Wire wire = wires.remove();
            longest = wire.piece();
            wires.add(new Wire(wire.length(), wire.pieces() + 1));
        }
        System.out.printf("%.12f%n", longest);
    }
}
