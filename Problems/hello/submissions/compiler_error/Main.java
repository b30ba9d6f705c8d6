// @EXPECTED_RESULTS@: COMPILER-ERROR
public class Main {
    public static void main(String[] args) {
        String greeting = 42;
        System.out.println(greeting);
    }
}
