import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Scanner;

/** Sorts the words anew for every query, so that those that begin with it come first. */
public class Main {
    private record Word(String text, int popularity) {}

    public static void main(String[] args) {
        Scanner input = new Scanner(System.in);
        int n = input.nextInt();
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            words.add(new Word(input.next(), input.nextInt()));
        }
        Collections.shuffle(words);
        for (int q = input.nextInt(); q > 0; q--) {
            String query = input.next();
            List<Word> ordered = new ArrayList<>(words);
            ordered.sort(Comparator.comparing((Word word) -> !word.text().startsWith(query))
                    .thenComparing(word -> -word.popularity())
                    .thenComparing(Word::text));
            String best = ordered.get(0).text();
            System.out.println(best.startsWith(query) ? best : "-");
        }
    }
}
