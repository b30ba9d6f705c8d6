import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

public class Main {
    private record Span(int begin, int end) {}

    private static List<Span> blocks(List<Span> meetings) {
        List<Span> found = new ArrayList<>();
        for (Span meeting : meetings) {
            int last = found.size() - 1;
            if (last >= 0 && meeting.begin() <= found.get(last).end()) {
                Span block = found.get(last);
                found.set(last, new Span(block.begin(), Math.max(block.end(), meeting.end())));
            } else {
                found.add(meeting);
            }
        }
        return found;
    }

    public static void main(String[] args) throws IOException {
        StreamTokenizer input = new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));
        input.nextToken();
        int n = (int) input.nval;
        List<Span> meetings = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            input.nextToken();
            int begin = (int) input.nval;
            input.nextToken();
            meetings.add(new Span(begin, (int) input.nval));
        }
        meetings.sort(Comparator.comparingInt(Span::begin));
        List<Span> found = blocks(meetings);
        long minutes = found.stream().mapToLong(block -> block.end() - block.begin()).sum();
        StringBuilder output = new StringBuilder(found.size() + " " + minutes + "\n");
        for (Span block : found) {
            output.append(block.begin()).append(' ').append(block.end()).append('\n');
        }
        System.out.print(output);
    }
}
