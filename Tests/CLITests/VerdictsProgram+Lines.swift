extension VerdictsProgram {
    /// Programs that print the numbers from 1 to 1,000,000, a line each.
    static let lines: [VerdictsProgram] = [
        VerdictsProgram(
            language: "c",
            file: "main.c",
            source: #"""
                #include <stdio.h>
                int main(void) {
                    for (int i = 1; i <= 1000000; i++) printf("%d\n", i);
                }
                """#
        ),
        VerdictsProgram(
            language: "cpp",
            file: "main.cpp",
            source: #"""
                #include <iostream>
                int main() {
                    for (int i = 1; i <= 1000000; i++) std::cout << i << std::endl;
                }
                """#
        ),
        VerdictsProgram(
            language: "rust",
            file: "main.rs",
            source: #"""
                fn main() { for i in 1..=1000000 { println!("{}", i); } }
                """#
        ),
        VerdictsProgram(
            language: "go",
            file: "main.go",
            source: #"""
                package main

                import "fmt"

                func main() {
                    for i := 1; i <= 1000000; i++ {
                        fmt.Println(i)
                    }
                }
                """#
        ),
        VerdictsProgram(
            language: "java",
            file: "Main.java",
            source: #"""
                public class Main {
                    public static void main(String[] arguments) throws Exception {
                        for (int i = 1; i <= 1_000_000; i++) System.out.println(i);
                    }
                }
                """#
        ),
        VerdictsProgram(
            language: "javascript",
            file: "main.js",
            source: #"""
                for (let i = 1; i <= 1000000; i++) console.log(i);
                // What is not written yet is lost here, where writes go on in the background.
                process.exit(0);
                """#
        ),
        VerdictsProgram(
            language: "typescript",
            file: "main.ts",
            source: #"""
                for (let i = 1; i <= 1000000; i++) console.log(i);
                """#
        ),
        VerdictsProgram(
            language: "python3",
            file: "main.py",
            source: #"""
                for i in range(1, 1000001):
                    print(i)
                """#
        ),
        VerdictsProgram(
            language: "ruby",
            file: "main.rb",
            source: #"""
                1.upto(1_000_000) { |i| puts i }
                """#
        ),
        VerdictsProgram(
            language: "php",
            file: "main.php",
            source: #"""
                <?php
                for ($i = 1; $i <= 1000000; $i++) echo $i, "\n";
                """#
        ),
        VerdictsProgram(
            language: "perl",
            file: "main.pl",
            source: #"""
                print "$_\n" for 1 .. 1000000;
                """#
        ),
        VerdictsProgram(
            language: "swift",
            file: "main.swift",
            source: #"""
                for number in 1...1_000_000 { print(number) }
                """#
        ),
        VerdictsProgram(
            language: "bash",
            file: "main.sh",
            source: #"""
                for ((i = 1; i <= 1000000; i++)); do echo "$i"; done
                """#
        ),
    ]
}
