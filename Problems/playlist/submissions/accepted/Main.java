import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StreamTokenizer;

/** A linked list of objects with a sentinel, as it is in every textbook. */
public class Main {
    private static class Song {
        final int number;
        Song before = this;
        Song after = this;

        Song(int number) {
            this.number = number;
        }

        void moveBehind(Song other) {
            before.after = after;
            after.before = before;
            before = other;
            after = other.after;
            before.after = this;
            after.before = this;
        }
    }

    private static final StreamTokenizer INPUT =
            new StreamTokenizer(new BufferedReader(new InputStreamReader(System.in)));

    private static int next() throws IOException {
        INPUT.nextToken();
        return (int) INPUT.nval;
    }

    public static void main(String[] args) throws IOException {
        int n = next();
        int m = next();
        int k = next();
        Song[] songs = new Song[n + 1];
        songs[0] = new Song(0);
        for (int number = 1; number <= n; number++) {
            songs[number] = new Song(number);
            songs[number].moveBehind(songs[number - 1]);
        }
        for (int i = 0; i < m; i++) {
            songs[next()].moveBehind(songs[next()]);
        }
        StringBuilder output = new StringBuilder();
        Song song = songs[0];
        for (int i = 0; i < k; i++) {
            song = song.after;
            output.append(song.number).append(' ');
        }
        System.out.println(output);
    }
}
