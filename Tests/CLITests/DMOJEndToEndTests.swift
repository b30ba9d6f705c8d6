import FoundationEssentials
import Testing

/// DMOJ's problems, judged by the built program in boxes: each kind of program that they bring.
@Suite(.timeLimit(.minutes(60))) struct DMOJEndToEndTests {
    private struct Report: Decodable {
        struct Test: Decodable {
            let name: String
            let verdict: String
            let score: Double?
            let message: String
            let judgeMessage: String?
        }
        let verdict: String
        let score: Double?
        let maxScore: Double?
        let tests: [Test]
    }

    /// The report of `source`, called `name`, on a problem of these files.
    private func grade(_ files: [String: String], _ name: String, _ source: String) throws -> Report {
        let scratch = try ScratchDirectory()
        for (path, content) in files { try scratch.file("sums/\(path)", Array(content.utf8)) }
        let result = try BuiltProgram.run(
            ["submit", "\(scratch.path)/sums", try scratch.file(name, Array(source.utf8)), "--json", "--time", "5"],
            environment: ["ASSAY_STATE": Project.root + "/.build/cli-tests-state", "HOME": "/nonexistent"]
        )
        #expect(result.error.isEmpty)
        return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    }

    private static let cases = ["1.in": "1 2\n", "1.out": "3\n", "2.in": "5 5\n", "2.out": "10\n"]
    private static let sum = "a, b = map(int, input().split())\nprint(a + b)\n"

    @Test func `batches, dependencies and points`() throws {
        let yaml = """
            test_cases:
            - {in: 1.in, out: 1.out, points: 5}
            - {batched: [{in: 1.in, out: 1.out}, {in: 2.in, out: 2.out}], points: 20}
            - {batched: [{in: 1.in, out: 1.out}], points: 30, dependencies: [1]}
            - {in: 1.in, out: 1.out, points: 1}
            """
        let files = Self.cases.merging(["init.yml": yaml]) { $1 }
        let right = try grade(files, "a.py", Self.sum)
        #expect(right.verdict == "AC" && right.score == 56 && right.maxScore == 56)
        let partly = try grade(files, "a.py", "a, b = map(int, input().split())\nprint(a * b + 1)\n")
        #expect(partly.verdict == "WA" && partly.score == 6)
        #expect(partly.tests.map(\.verdict) == ["AC", "AC", "WA", "SK", "AC"])
    }

    @Test func `a bridged checker in C++ gives a part of the points, and says so`() throws {
        let checker = """
            #include <cstdio>
            #include <fstream>
            int main(int argc, char **argv) {
                if (argc != 4) return 3;
                std::ifstream input(argv[1]), output(argv[2]), answer(argv[3]);
                int a = 0, own = 0, right = 0;
                input >> a; output >> own; answer >> right;
                if (a == 0) return 3;
                if (own == right) return 0;
                if (own == -1) { std::printf("half of it"); std::fprintf(stderr, "partial 1/2\\n"); return 7; }
                if (own == -2) return 99;
                std::printf("no");
                return 1;
            }
            """
        let yaml = """
            checker: {name: bridged, args: {files: check.cpp, lang: CPP17, type: coci}}
            test_cases: [{in: 1.in, out: 1.out, points: 10}, {in: 2.in, out: 2.out, points: 20}]
            """
        let files = Self.cases.merging(["init.yml": yaml, "check.cpp": checker]) { $1 }
        #expect(try grade(files, "a.py", Self.sum).score == 30)
        let half = try grade(files, "a.py", "print(-1 if input() == '5 5' else 4)\n")
        #expect(half.verdict == "WA" && half.score == 10)
        #expect(half.tests.map(\.verdict) == ["WA", "AC"] && half.tests.map(\.score) == [0, 10])
        #expect(half.tests.map(\.message) == ["no", "half of it"])
        let broken = try grade(files, "a.py", "print(-2)\n")
        #expect(broken.verdict == "JE")
        #expect(broken.tests[0].judgeMessage?.contains("the checker ended with the exit code 99") == true)
    }

    @Test func `a checker in Python is given the input, the points and the source`() throws {
        let checker = """
            from dmoj.result import CheckerResult
            from dmoj.utils.unicode import utf8text

            def check(process_output, judge_output, judge_input, point_value, submission_source, factor, **kwargs):
                print('a checker may print')
                a, b = map(int, judge_input.split())
                if int(process_output) == a + b:
                    return b'return' not in submission_source
                return CheckerResult(True, point_value / factor, 'nearly')
            """
        let yaml = """
            checker: {name: check.py, args: {factor: 4}}
            test_cases: [{in: 1.in, points: 10}, {in: 2.in, points: 20}]
            """
        let files = Self.cases.merging(["init.yml": yaml, "check.py": checker]) { $1 }
        let right = try grade(files, "a.py", Self.sum)
        #expect(right.verdict == "AC" && right.score == 30)
        let nearly = try grade(files, "a.py", "print(0)\n")
        #expect(nearly.verdict == "AC" && nearly.score == 7.5 && nearly.tests[0].message == "nearly")
        #expect(try grade(files, "a.py", Self.sum + "# return\n").verdict == "WA")
        #expect(try grade(files, "a.py", "print('x')\n").verdict == "JE")
    }

    @Test func `each case is checked as it says, by programs and by names`() throws {
        let checker = """
            #include <fstream>
            int main(int, char **argv) { int a; return std::ifstream(argv[2]) >> a ? a != 7 : 1; }
            """
        let yaml = """
            test_cases:
            - {in: 1.in, out: 1.out, points: 1, checker: {name: bridged, args: {files: seven.cpp}}}
            - {in: 1.in, out: 1.out, points: 2, checker: eight.py}
            - {in: 1.in, out: 1.out, points: 4}
            - {in: 1.in, out: 1.out, points: 8, checker: {name: floats, args: {precision: 0, error_mode: absolute}}}
            """
        let files = Self.cases.merging([
            "init.yml": yaml, "seven.cpp": checker,
            "eight.py": "def check(process_output, judge_output, **rest):\n    return int(process_output) == 8\n",
        ]) { $1 }
        for (answer, score) in [("7", 1.0), ("8", 2), ("3", 12), ("4", 8), ("9", 0)] {
            #expect(try grade(files, "a.py", "print(\(answer))\n").score == score, "\(answer)")
        }
    }

    @Test func `an interactor in C speaks with the submission`() throws {
        let interactor = """
            #include <stdio.h>
            int main(int argc, char **argv) {
                int secret = 0, guess = 0, count = 0;
                FILE *input = fopen(argv[1], "r");
                if (argc != 3 || input == NULL || fscanf(input, "%d", &secret) != 1) return 3;
                while (count++ < 10 && scanf("%d", &guess) == 1 && guess != secret) {
                    puts(guess < secret ? "more" : "less");
                    fflush(stdout);
                }
                puts("end");
                return guess == secret ? 0 : 1;
            }
            """
        let yaml = "interactive: {files: talk.c}\ntest_cases: [{in: 1.in, points: 5}, {in: 2.in, points: 6}]\n"
        let files = Self.cases.merging(["init.yml": yaml, "talk.c": interactor]) { $1 }
        let guess = "n = 0\nwhile True:\n    n += 1\n    print(n, flush=True)\n    if input() == 'end': break\n"
        let right = try grade(files, "a.py", guess)
        #expect(right.verdict == "AC" && right.score == 11)
        #expect(try grade(files, "a.py", "print(1, flush=True)\ninput()\n").tests.map(\.verdict) == ["AC", "WA"])
    }

    @Test func `an interactor that never flushes is heard, as on DMOJ's terminal`() throws {
        let interactor = """
            #include <stdio.h>
            int main(int argc, char **argv) {
                int secret = 0, guess = 0;
                FILE *input = fopen(argv[1], "r");
                if (argc != 3 || input == NULL || fscanf(input, "%d", &secret) != 1) return 3;
                printf("ready? ");
                while (scanf("%d", &guess) == 1 && guess != secret) puts(guess < secret ? "more" : "less");
                puts("end");
                return guess == secret ? 0 : 1;
            }
            """
        let yaml = "interactive: {files: talk.c}\ntest_cases: [{in: 1.in, points: 5}, {in: 2.in, points: 6}]\n"
        let files = Self.cases.merging(["init.yml": yaml, "talk.c": interactor]) { $1 }
        let guess = """
            import sys
            assert sys.stdin.read(7) == 'ready? '
            n = 0
            while True:
                n += 1
                print(n, flush=True)
                if input() == 'end': break
            """
        #expect(try grade(files, "a.py", guess).verdict == "AC")
    }

    @Test func `a checker may have functions of the library's names, and flags that define something`() throws {
        let checker = """
            #include <stdio.h>
            #include <stdlib.h>
            FILE *output;
            #ifdef WORD
            void read(int *number) { if (fscanf(output, "%d", number) != 1) exit(2); }
            int open(void) { return 3; }
            void close(void) { exit(4); }
            int write(int number) { return number; }
            int main(int argc, char **argv) {
                int sum = 0;
                if (argc != 5 || argv[4][3] != ' ') return 5;
                output = fopen(argv[2], "r");
                read(&sum);
                puts(WORD);
                return write(sum) == open() || sum == SUM ? 0 : 1;
            }
            #endif
            """
        let yaml = """
            checker:
              name: bridged
              args:
                files: check.c
                flags: ['-DWORD="said"', -DSUM=10, -DNOTHING]
                args_format_string: '{input_file} {output_file} {answer_file} "one word"'
            test_cases: [{in: 1.in, points: 10}, {in: 2.in, points: 20}]
            """
        let files = Self.cases.merging(["init.yml": yaml, "check.c": checker]) { $1 }
        let right = try grade(files, "a.py", Self.sum)
        #expect(right.verdict == "AC" && right.tests.map(\.message) == ["said\n", "said\n"])
        #expect(try grade(files, "a.py", "print(4)\n").tests.map(\.verdict) == ["WA", "WA"])
    }

    @Test func `generators make tests, and functions are submissions`() throws {
        let generator = """
            #include <iostream>
            #include <string>
            int main(int argc, char **argv) {
                int n = std::stoi(argv[1]);
                std::cout << n << "\\n";
                std::cerr << n * n << "\\n";
            }
            """
        let yaml = """
            generator: gen.cpp
            signature_grader: {entry: main.c, header: square.h}
            test_cases: [{generator_args: [7], points: 1}, {generator_args: [-3], points: 2}]
            """
        let entry = """
            #include <stdio.h>
            #include "square.h"
            #ifndef SIGNATURE_GRADER
            #error
            #endif
            int main(void) { int n; if (scanf("%d", &n) == 1) printf("%d\\n", square(n)); return 0; }
            """
        let files = [
            "init.yml": yaml, "gen.cpp": generator, "main.c": entry, "square.h": "int square(int);\n",
        ]
        for (name, main) in [("a.c", "int main(void) { return 1; }"), ("a.cpp", "")] {
            let right = try grade(files, name, "int square(int x) { return x * x; }\n\(main)\n")
            #expect(right.verdict == "AC" && right.score == 3)
        }
        let wrong = try grade(files, "a.c", "int square(int x) { return x + x; }\n")
        #expect(wrong.verdict == "WA" && wrong.score == 0)
    }

    @Test func `a generator may be in Python`() throws {
        let generator = """
            import sys
            number, name = sys.argv[1:]
            print(int(number) * int(sys.stdin.read()), name)
            print("the answer", file=sys.stderr)
            """
        let yaml = """
            generator: {source: gen.py, language: PY3}
            test_cases: [{generator_args: [7, a b], generator_in: base.txt, points: 1}]
            """
        let files = ["init.yml": yaml, "gen.py": generator, "base.txt": "6\n"]
        let right = try grade(files, "a.py", "print('the answer' if input() == '42 a b' else 'no')\n")
        #expect(right.verdict == "AC" && right.score == 1)
        #expect(try grade(files, "a.py", "print('no')\n").verdict == "WA")
    }
}
