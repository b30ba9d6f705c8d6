import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;

public class Main {
    private static String letters(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(input.readLine());
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            String word = input.readLine();
            groups.computeIfAbsent(letters(word), key -> new ArrayList<>()).add(word);
        }
        List<String> largest = List.of();
        for (List<String> group : groups.values()) {
            if (group.size() > largest.size()) {
                largest = group;
            }
        }
        System.out.println(groups.size() + " " + largest.size() + " " + largest.get(0));
    }
}
