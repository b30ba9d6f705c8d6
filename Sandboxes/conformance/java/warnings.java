import java.util.ArrayList;
import java.util.List;

public class Main {
    public static void main(String[] arguments) {
        List words = new ArrayList();
        words.add("Hello, World!");
        System.out.println(words.get(0));
    }
}
