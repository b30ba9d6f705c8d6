import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;

/** Compares each word with the first one of every group, and sorts the letters of both each time. */
public class Main {
    private static boolean isAnagram(String a, String b) {
        char[] left = a.toCharArray();
        char[] right = b.toCharArray();
        Arrays.sort(left);
        Arrays.sort(right);
        return Arrays.equals(left, right);
    }

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        List<List<String>> groups = new ArrayList<>();
        List<String> largest = List.of();
        while (n-- > 0) {
            String word = input.next();
            List<String> mine = null;
            for (List<String> group : groups) {
                if (mine == null && isAnagram(group.get(0), word)) {
                    mine = group;
                }
            }
            if (mine == null) {
                mine = new ArrayList<>();
                groups.add(mine);
            }
            mine.add(word);
        }
        for (List<String> group : groups) {
            if (group.size() > largest.size()) {
                largest = group;
            }
        }
        System.out.println(groups.size() + " " + largest.size() + " " + largest.get(0));
    }
}
