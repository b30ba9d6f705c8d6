import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

public class Main {
    public static void main(String[] arguments) {
        Scanner in = new Scanner(System.in);
        Map<String, Integer> counts = new HashMap<>();
        while (in.hasNext()) counts.merge(in.next(), 1, Integer::sum);
        System.out.println(counts.size());
        System.out.println(counts.get("judge"));
    }
}
