import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int count = 0;
        String last = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            count++;
            last = line;
        }
        System.out.println(count);
        System.out.println(last);
    }
}
