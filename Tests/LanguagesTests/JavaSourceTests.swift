import Languages
import Testing

@Suite struct JavaSourceTests {
    private static let main = "public static void main(String[] args) {}"

    @Test(arguments: [
        ("class A { \(main) }", ["A"]),
        ("public final class A { static public void main(final String... a) {} }", ["A"]),
        ("package a.b.c; public class A { \(main) }", ["a.b.c.A"]),
        ("class A {} class B { \(main) }", ["B"]),
        ("class A { \(main) } class B { \(main) }", ["A", "B"]),
        ("class A { static class B { \(main) } }", ["A$B"]),
        ("class A { \(main) static class B { \(main) } }", ["A"]),
        ("interface A { static void main(String[] a) {} }", ["A"]),
        ("enum A { X, Y { void f() {} }; \(main) }", ["A"]),
        ("record A(int x, int y) { \(main) }", ["A"]),
        ("class A<T extends Comparable<T>> { \(main) }", ["A"]),
        ("@Deprecated(since = \"{\") class A { @SuppressWarnings({\"x\"}) \(main) }", ["A"]),
        ("class A { // class B { \(main)\n \(main) }", ["A"]),
        ("/* class B { \(main) } */ class A { \(main) }", ["A"]),
        ("class A { String s = \"class B { \(main) }\"; }", []),
        ("class A { String s = \"\"\"\n class B { \" \(main) }\"\"\"; \(main) }", ["A"]),
        ("class A { char c = '\"'; char d = '\\''; char e = '{'; \(main) }", ["A"]),
        ("class A { Class<?> c = A.class; void f() { Object o = B.class; } \(main) }", ["A"]),
        ("class A { void f() { class B { \(main) } } }", []),
        ("class A { void main(String[] a) {} }", []),
        ("class A { public static int main(String[] a) {} }", []),
        ("class A { static void main(String[] a) {} }", []),
        ("class A { public static void main() {} }", []),
        ("class A { public static void main(String a, int b) {} }", []),
        ("class A { public static void mainly(String[] a) {} }", []),
        ("class A { static { main(new String[0]); } public static void f() {} }", []),
        ("class A { int record = 1; void f(int record) { record = 2; } \(main) }", ["A"]),
        ("import java.util.*; class A { \(main) }", ["A"]),
        ("class Ä { \(main) }", ["Ä"]),
        ("", []), ("}}}}", []), ("class", []), ("class A { \"", []), ("/*", []), ("class A { 'x", []),
    ])
    func `the classes that can be started are found`(source: String, expected: [String]) {
        #expect(JavaSource(Array(source.utf8)).mainClasses == expected)
    }

    @Test(arguments: [
        ("public class A {}", "A"), ("class A {} public interface B {}", "B"), ("class A { public class B {} }", nil),
        ("// public class X\npublic abstract class A {}", "A"), ("public record R(int x) {}", "R"), ("class A {}", nil),
    ])
    func `the public type is what the file must be named after`(source: String, expected: String?) {
        #expect(JavaSource(Array(source.utf8)).publicType == expected)
    }
}
