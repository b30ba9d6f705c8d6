import Testing

/// A program that is run by itself.
struct VerdictsProgram: Sendable, CustomTestStringConvertible {
    let language: String
    let file: String
    let source: String

    var testDescription: String { language }
}

extension VerdictsProgram {
    /// Programs that call themselves 100,000 deep and print that.
    static let deep: [VerdictsProgram] = [
        VerdictsProgram(
            language: "c",
            file: "main.c",
            source: #"""
                #include <stdio.h>
                static long depth(volatile long n) { return n == 0 ? 0 : 1 + depth(n - 1); }
                int main(void) { printf("%ld\n", depth(100000)); }
                """#
        ),
        VerdictsProgram(
            language: "cpp",
            file: "main.cpp",
            source: #"""
                #include <iostream>
                long depth(volatile long n) { return n == 0 ? 0 : 1 + depth(n - 1); }
                int main() { std::cout << depth(100000) << std::endl; }
                """#
        ),
        VerdictsProgram(
            language: "rust",
            file: "main.rs",
            source: #"""
                // Its argument's address leaves the function: the compiler cannot turn the recursion into a loop.
                #[inline(never)]
                fn depth(n: &u64) -> u64 {
                    let less = unsafe { std::ptr::read_volatile(n) }.wrapping_sub(1);
                    if less == u64::MAX { 0 } else { 1 + depth(&less) }
                }
                fn main() { println!("{}", depth(&100000)); }
                """#
        ),
        VerdictsProgram(
            language: "go",
            file: "main.go",
            source: #"""
                package main

                import "fmt"

                func depth(n int) int {
                    if n == 0 {
                        return 0
                    }
                    return 1 + depth(n-1)
                }

                func main() { fmt.Println(depth(100000)) }
                """#
        ),
        VerdictsProgram(
            language: "java",
            file: "Main.java",
            source: #"""
                public class Main {
                    static long depth(long n) { return n == 0 ? 0 : 1 + depth(n - 1); }

                    public static void main(String[] arguments) throws Exception {
                        System.out.println(depth(100000));
                    }
                }
                """#
        ),
        VerdictsProgram(
            language: "javascript",
            file: "main.js",
            source: #"""
                function depth(n) { return n === 0 ? 0 : 1 + depth(n - 1); }
                console.log(depth(100000));
                """#
        ),
        VerdictsProgram(
            language: "typescript",
            file: "main.ts",
            source: #"""
                function depth(n: number): number { return n === 0 ? 0 : 1 + depth(n - 1); }
                console.log(depth(100000));
                """#
        ),
        VerdictsProgram(
            language: "python3",
            file: "main.py",
            source: #"""
                import sys
                sys.setrecursionlimit(200000)


                def depth(n):
                    return 0 if n == 0 else 1 + depth(n - 1)


                print(depth(100000))
                """#
        ),
        VerdictsProgram(
            language: "ruby",
            file: "main.rb",
            source: #"""
                def depth(n) = n.zero? ? 0 : 1 + depth(n - 1)
                puts depth(100_000)
                """#
        ),
        VerdictsProgram(
            language: "php",
            file: "main.php",
            source: #"""
                <?php
                function depth($n) { return $n == 0 ? 0 : 1 + depth($n - 1); }
                echo depth(100000), "\n";
                """#
        ),
        VerdictsProgram(
            language: "perl",
            file: "main.pl",
            source: #"""
                no warnings "recursion";
                sub depth { my $n = shift; $n == 0 ? 0 : 1 + depth($n - 1) }
                print depth(100000), "\n";
                """#
        ),
        VerdictsProgram(
            language: "swift",
            file: "main.swift",
            source: #"""
                @inline(never) func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
                print(depth(100_000))
                """#
        ),
    ]
}
