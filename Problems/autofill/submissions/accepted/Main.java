import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
    private record Word(String text, int popularity) {
        boolean isBetterThan(Word other) {
            return popularity != other.popularity
                    ? popularity > other.popularity
                    : text.compareTo(other.text) < 0;
        }
    }

    /** Children are a list of siblings, since most nodes have only one. */
    private static class Node {
        final char letter;
        final Node sibling;
        Node firstChild;
        Word best;

        Node(char letter, Node sibling) {
            this.letter = letter;
            this.sibling = sibling;
        }

        Node child(char letter) {
            Node child = firstChild;
            while (child != null && child.letter != letter) {
                child = child.sibling;
            }
            return child;
        }
    }

    private static void add(Node root, Word word) {
        Node node = root;
        for (int i = 0; i < word.text().length(); i++) {
            char letter = word.text().charAt(i);
            Node child = node.child(letter);
            if (child == null) {
                child = new Node(letter, node.firstChild);
                node.firstChild = child;
            }
            node = child;
            if (node.best == null || word.isBetterThan(node.best)) {
                node.best = word;
            }
        }
    }

    private static Word best(Node root, String beginning) {
        Node node = root;
        for (int i = 0; i < beginning.length() && node != null; i++) {
            node = node.child(beginning.charAt(i));
        }
        return node == null ? null : node.best;
    }

    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        Node root = new Node(' ', null);
        for (int n = Integer.parseInt(input.readLine()); n > 0; n--) {
            String[] parts = input.readLine().split(" ");
            add(root, new Word(parts[0], Integer.parseInt(parts[1])));
        }
        StringBuilder output = new StringBuilder();
        for (int q = Integer.parseInt(input.readLine()); q > 0; q--) {
            Word word = best(root, input.readLine());
            output.append(word == null ? "-" : word.text()).append('\n');
        }
        System.out.print(output);
    }
}
