import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

public class Main {
    /** A letter, or a sequence that is repeated. */
    private static class Part {
        final char letter;
        final long factor;
        final List<Part> parts = new ArrayList<>();
        /** Where each part begins. */
        final List<Long> starts = new ArrayList<>();
        long length;

        Part(char letter, long factor, long length) {
            this.letter = letter;
            this.factor = factor;
            this.length = length;
        }

        void add(Part part) {
            starts.add(length);
            parts.add(part);
            length += part.factor * part.length;
        }
    }

    private static Part parse(String text) {
        Deque<Part> open = new ArrayDeque<>();
        open.push(new Part(' ', 1, 0));
        long number = 0;
        for (char c : text.toCharArray()) {
            if (Character.isDigit(c)) {
                number = number * 10 + (c - '0');
            } else if (c == '(') {
                open.push(new Part(' ', number, 0));
                number = 0;
            } else if (c == ')') {
                Part part = open.pop();
                open.element().add(part);
            } else {
                open.element().add(new Part(c, 1, 1));
            }
        }
        return open.element();
    }

    private static char find(Part part, long position) {
        while (!part.parts.isEmpty()) {
            position %= part.length;
            int at = Collections.binarySearch(part.starts, position);
            int index = at >= 0 ? at : -at - 2;
            position -= part.starts.get(index);
            part = part.parts.get(index);
        }
        return part.letter;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        Part whole = parse(input.readLine());
        input.readLine();
        StringBuilder letters = new StringBuilder();
        for (String position : input.readLine().split(" ")) {
            letters.append(find(whole, Long.parseLong(position) - 1));
        }
        System.out.println(letters);
    }
}
