// Takes memory without end, and catches what says that there is none.
import java.util.*;

public class Main {
    public static void main(String[] arguments) {
        List<byte[]> held = new ArrayList<>();
        for (;;) {
            try {
                held.add(new byte[1 << 20]);
            } catch (OutOfMemoryError ignored) {
            }
        }
    }
}
