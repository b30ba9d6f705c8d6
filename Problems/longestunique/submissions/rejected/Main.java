// The directory has no word for it, the tag does.
// @EXPECTED_RESULTS@: COMPILER-ERROR
public class Main {
    public static void main(String[] args) {
        System.out.println(longest(args));
    }
}
