import java.io.IOException;
import java.io.StreamTokenizer;

public class Main {
    public static void main(String[] arguments) throws IOException {
        StreamTokenizer in = new StreamTokenizer(System.in);
        in.nextToken();
        long sum = 0;
        for (int count = (int) in.nval; count > 0; count--) {
            in.nextToken();
            sum += (long) in.nval;
        }
        System.out.println(sum);
    }
}
