import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.Comparator;
import java.util.PriorityQueue;

public class Main {
    public static void main(String[] args) throws IOException {
        StreamTokenizer input = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        input.nextToken();
        int n = (int) input.nval;
        PriorityQueue<Integer> small = new PriorityQueue<>(Comparator.reverseOrder());
        PriorityQueue<Integer> large = new PriorityQueue<>();
        long sum = 0;
        for (int i = 0; i < n; i++) {
            input.nextToken();
            small.add((int) input.nval);
            large.add(small.remove());
            if (large.size() > small.size()) {
                small.add(large.remove());
            }
            sum += small.element();
        }
        System.out.println(sum);
    }
}
