import java.util.HashMap;
import java.util.Map;

/** The longest run of different code points that ends with the one added last, and the longest of all. */
class Window {
    private final Map<Integer, Integer> lastSeen = new HashMap<>();
    private int count = 0;
    private int start = 0;
    private int longest = 0;

    void add(int code) {
        Integer before = lastSeen.put(code, count);
        if (before != null) {
            start = Math.max(start, before + 1);
        }
        count++;
        longest = Math.max(longest, count - start);
    }

    int longest() {
        return longest;
    }
}
