import java.io.IOException;
import java.io.PrintWriter;
import java.io.StreamTokenizer;
import java.util.Arrays;

public class Main {
    public static void main(String[] arguments) throws IOException {
        StreamTokenizer in = new StreamTokenizer(System.in);
        in.nextToken();
        int[] values = new int[(int) in.nval];
        for (int i = 0; i < values.length; i++) {
            in.nextToken();
            values[i] = (int) in.nval;
        }
        Arrays.sort(values);
        PrintWriter out = new PrintWriter(System.out);
        for (int value : values) out.println(value);
        out.flush();
    }
}
