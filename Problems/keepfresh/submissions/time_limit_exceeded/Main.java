import java.util.LinkedList;
import java.util.List;
import java.util.Scanner;

/** Keeps the entries in a linked list, and reaches each of them by its index: every step walks from an end again. */
public class Main {
    private record Entry(String key, String value) {}

    private static int find(List<Entry> entries, String key) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int capacity = input.nextInt();
        List<Entry> entries = new LinkedList<>();
        for (String verb = input.next(); !verb.equals("quit"); verb = input.next()) {
            String key = input.next();
            int at = find(entries, key);
            Entry entry = at < 0 ? null : entries.remove(at);
            switch (verb) {
                case "put" -> {
                    if (entries.size() == capacity) {
                        entries.remove(0);
                    }
                    entries.add(new Entry(key, input.next()));
                }
                case "get" -> {
                    System.out.println(entry == null ? "none" : entry.value());
                    if (entry != null) {
                        entries.add(entry);
                    }
                }
            }
        }
    }
}
