extension VerdictsProgram {
    /// Programs that read a word from `/dev/stdin` and write it to `/dev/stdout` and `/dev/stderr`.
    static let devices: [VerdictsProgram] = [
        VerdictsProgram(
            language: "c",
            file: "main.c",
            source: #"""
                #include <stdio.h>
                int main(void) {
                    char word[10] = "";
                    FILE *in = fopen("/dev/stdin", "r"), *out = fopen("/dev/stdout", "w"), *err = fopen("/dev/stderr", "w");
                    if (!in || !out || !err) { perror("open"); return 1; }
                    fscanf(in, "%9s", word);
                    fprintf(out, "out %s\n", word);
                    fprintf(err, "err %s\n", word);
                }
                """#
        ),
        VerdictsProgram(
            language: "cpp",
            file: "main.cpp",
            source: #"""
                #include <fstream>
                #include <string>
                int main() {
                    std::string word;
                    std::ifstream in("/dev/stdin");
                    std::ofstream out("/dev/stdout"), err("/dev/stderr");
                    in >> word;
                    out << "out " << word << std::endl;
                    err << "err " << word << std::endl;
                }
                """#
        ),
        VerdictsProgram(
            language: "rust",
            file: "main.rs",
            source: #"""
                use std::fs::{read_to_string, OpenOptions};
                use std::io::Write;
                fn main() {
                    let word = read_to_string("/dev/stdin").unwrap();
                    write!(OpenOptions::new().write(true).open("/dev/stdout").unwrap(), "out {}", word).unwrap();
                    write!(OpenOptions::new().write(true).open("/dev/stderr").unwrap(), "err {}", word).unwrap();
                }
                """#
        ),
        VerdictsProgram(
            language: "go",
            file: "main.go",
            source: #"""
                package main

                import (
                    "fmt"
                    "os"
                )

                func main() {
                    word, _ := os.ReadFile("/dev/stdin")
                    out, fault := os.OpenFile("/dev/stdout", os.O_WRONLY, 0)
                    if fault != nil {
                        panic(fault)
                    }
                    err, fault := os.OpenFile("/dev/stderr", os.O_WRONLY, 0)
                    if fault != nil {
                        panic(fault)
                    }
                    fmt.Fprintf(out, "out %s", word)
                    fmt.Fprintf(err, "err %s", word)
                }
                """#
        ),
        VerdictsProgram(
            language: "java",
            file: "Main.java",
            source: #"""
                import java.io.PrintWriter;
                import java.nio.file.Files;
                import java.nio.file.Path;

                public class Main {
                    public static void main(String[] arguments) throws Exception {
                        String word = Files.readAllLines(Path.of("/dev/stdin")).get(0);
                        try (PrintWriter out = new PrintWriter("/dev/stdout"); PrintWriter err = new PrintWriter("/dev/stderr")) {
                            out.println("out " + word);
                            err.println("err " + word);
                        }
                    }
                }
                """#
        ),
        VerdictsProgram(
            language: "javascript",
            file: "main.js",
            source: #"""
                const fs = require('fs');
                const word = fs.readFileSync('/dev/stdin', 'utf8');
                fs.writeFileSync('/dev/stdout', 'out ' + word);
                fs.writeFileSync('/dev/stderr', 'err ' + word);
                """#
        ),
        VerdictsProgram(
            language: "typescript",
            file: "main.ts",
            source: #"""
                import * as fs from 'fs';
                const word = fs.readFileSync('/dev/stdin', 'utf8');
                fs.writeFileSync('/dev/stdout', 'out ' + word);
                fs.writeFileSync('/dev/stderr', 'err ' + word);
                """#
        ),
        VerdictsProgram(
            language: "python3",
            file: "main.py",
            source: #"""
                word = open("/dev/stdin").read()
                open("/dev/stdout", "w").write("out " + word)
                open("/dev/stderr", "w").write("err " + word)
                """#
        ),
        VerdictsProgram(
            language: "ruby",
            file: "main.rb",
            source: #"""
                word = File.read("/dev/stdin")
                File.open("/dev/stdout", "w") { |file| file << "out " << word }
                File.open("/dev/stderr", "w") { |file| file << "err " << word }
                """#
        ),
        VerdictsProgram(
            language: "php",
            file: "main.php",
            source: #"""
                <?php
                $word = file_get_contents("/dev/stdin");
                // Links to pipes cannot be opened in PHP, here or elsewhere.
                file_put_contents("php://stdout", "out $word");
                file_put_contents("php://stderr", "err $word");
                """#
        ),
        VerdictsProgram(
            language: "perl",
            file: "main.pl",
            source: #"""
                open my $in, "<", "/dev/stdin" or die $!;
                open my $out, ">", "/dev/stdout" or die $!;
                open my $err, ">", "/dev/stderr" or die $!;
                my $word = <$in>;
                print $out "out $word";
                print $err "err $word";
                """#
        ),
        VerdictsProgram(
            language: "swift",
            file: "main.swift",
            source: #"""
                import Foundation
                let word = try String(contentsOfFile: "/dev/stdin", encoding: .utf8)
                try FileHandle(forWritingAtPath: "/dev/stdout")!.write(contentsOf: Data("out \(word)".utf8))
                try FileHandle(forWritingAtPath: "/dev/stderr")!.write(contentsOf: Data("err \(word)".utf8))
                """#
        ),
        VerdictsProgram(
            language: "bash",
            file: "main.sh",
            source: #"""
                read -r word < /dev/stdin
                echo "out $word" > /dev/stdout
                echo "err $word" > /dev/stderr
                """#
        ),
    ]
}
