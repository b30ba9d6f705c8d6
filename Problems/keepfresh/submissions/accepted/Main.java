import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** The library's map can keep the order of access, and asks whether to give up the eldest. */
public class Main {
    private static class Cache extends LinkedHashMap<String, String> {
        private final int capacity;

        Cache(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > capacity;
        }
    }

    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        Cache cache = new Cache(Integer.parseInt(input.readLine()));
        StringBuilder output = new StringBuilder();
        for (String line = input.readLine(); !line.equals("quit"); line = input.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "put" -> cache.put(words[1], words[2]);
                case "drop" -> cache.remove(words[1]);
                default -> {
                    String value = cache.get(words[1]);
                    output.append(value == null ? "none" : value).append('\n');
                }
            }
        }
        System.out.print(output);
    }
}
