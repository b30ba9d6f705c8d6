import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

public class Main {
    public static void main(String[] args) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        int n = Integer.parseInt(input.readLine());
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Double.parseDouble(input.readLine());
        }
        System.out.println(sum);
    }
}
