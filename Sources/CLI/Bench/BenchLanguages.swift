internal import Core
internal import FoundationEssentials
internal import Languages
internal import Linux

/// From process start to verdict on one test, with what is prepared and without.
extension Bench {
    /// A program that says hello, with its library's usual headers or imports.
    private struct Sample {
        let language: LanguageID
        let file: String
        /// The program, in which `%` stands in a comment for what makes it new.
        let source: String
        /// What was promised, in milliseconds; nil for nothing.
        let goal: Int?
        /// How many times as long it was promised to take without what is prepared.
        let ratio: Double?

        init(_ language: LanguageID, _ file: String, _ source: String, goal: Int? = nil, ratio: Double? = nil) {
            self.language = language
            self.file = file
            self.source = source
            self.goal = goal
            self.ratio = ratio
        }

        var promise: String {
            [goal.map { "at most \($0) ms" }, ratio.map { "ratio \(Figures.decimal($0, places: 1))" }].compactMap(
                \.self
            )
            .joined(separator: ", ")
        }
    }

    private static let bits = "#include <bits/stdc++.h>\nint main() { std::cout << \"hello\\n\"; }\n// %\n"
    private static let kotlin = "fun main() { println(\"hello\") } // %\n"
    private static let scala = "object Hello { def main(all: Array[String]): Unit = println(\"hello\") } // %\n"
    private static let go = "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hello\") } // %\n"
    private static let java =
        "public class Hello { public static void main(String[] all) { System.out.println(\"hello\"); } } // %\n"

    private static let samples = [
        Sample("python3", "hello.py", "print('hello')  # %\n", goal: 60),
        Sample("javascript", "hello.js", "console.log('hello'); // %\n", goal: 120),
        Sample("c", "hello.c", "#include <stdio.h>\nint main(void) { puts(\"hello\"); } // %\n", goal: 150),
        Sample("cpp", "hello.cpp", bits, goal: 450, ratio: 2), Sample("cpp20clang", "hello.cpp", bits),
        Sample("go", "hello.go", go, goal: 450), Sample("go127", "hello.go", go),
        Sample("java", "Hello.java", java, goal: 900), Sample("javaecj", "Hello.java", java),
        Sample("kotlin", "hello.kt", kotlin), Sample("kotlin2", "hello.kt", kotlin),
        Sample("scala", "hello.scala", scala), Sample("scala213", "hello.scala", scala),
        Sample("groovy", "hello.groovy", "println 'hello' // %\n"),
        Sample("clojure", "hello.clj", "(println \"hello\") ; %\n"),
        Sample("typescript", "hello.ts", "const word: string = 'hello';\nconsole.log(word); // %\n"),
        Sample(
            "swift",
            "hello.swift",
            "import Foundation\nif Date().timeIntervalSince1970 > 0 { print(\"hello\") } // %\n"
        ),
    ]

    /// What a report tells of its times.
    private struct Answer: Decodable {
        struct Timing: Decodable {
            let compile: Double
            let total: Double
        }

        struct Compile: Decodable {
            let cpuTime: Double
        }

        let verdict: String
        let timing: Timing
        let compile: Compile
        /// What the program took.
        let cpuTime: Double

        /// CPU time in boxes, which hardly minds what else the machine does.
        var boxes: Duration { .seconds(compile.cpuTime + cpuTime) }
    }

    func languages() async throws -> BenchSection {
        let package = try BenchPackages(scratch: scratch).hello
        let locator = try invocation.locator()
        let catalog = try invocation.catalog()
        var rows: [BenchSection.Row] = []
        var notes = [
            "Medians of whole processes, each way in turn, and each source new but for `again`; `compiled` is what the compile "
                + "step takes of `again`, and `cpu` the CPU time in boxes of `prepared`."
        ]
        var isGood = true
        let clock = ContinuousClock()
        for sample in Self.samples {
            guard let toolchain = catalog.profile(sample.language).flatMap({ try? locator.locate($0) }) else {
                continue
            }
            if toolchain.preparations.contains(where: { $0.entry == nil }) {
                notes.append("\(sample.language) is not prepared: assay languages --prepare \(sample.language)")
            }
            try status.show("\(sample.language)")
            var prepared = Samples()
            var plain = Samples()
            var again = Samples()
            var compiled = Samples()
            var fastBoxes = Samples()
            var slowBoxes = Samples()
            for round in 0...rounds(9) {
                let own = try write(sample)
                var answer: Answer?
                let fast = try clock.measure { answer = try judge(package, own, sample.language) }
                if round > 0, let answer { fastBoxes.add(answer.boxes) }
                let repeated = try clock.measure { answer = try judge(package, own, sample.language) }
                let other = try write(sample)
                var plainAnswer: Answer?
                let slow = try clock.measure {
                    plainAnswer = try judge(package, other, sample.language, isPlain: true)
                }
                if round > 0, let plainAnswer { slowBoxes.add(plainAnswer.boxes) }
                // The first one has a self-test before it, and fills caches.
                guard round > 0, let answer else { continue }
                prepared.add(fast)
                plain.add(slow)
                again.add(repeated)
                compiled.add(.seconds(answer.timing.compile))
            }
            // The compile step of what was submitted before is an answer from what is kept.
            let isKept =
                sample.goal.map { prepared.median <= Double($0) / 1000 } ?? true
                && sample.ratio.map { slowBoxes.median / fastBoxes.median >= $0 } ?? true
                && compiled.median < 0.005
            isGood = isGood && isKept
            rows.append(
                BenchSection.Row(
                    sample.language.rawValue,
                    [
                        "prepared": .milliseconds(prepared.median),
                        "unprepared": .milliseconds(plain.median),
                        "ratio": .ratio(plain.median / prepared.median),
                        "cpu": .milliseconds(fastBoxes.median),
                        "cpu ratio": .ratio(slowBoxes.median / fastBoxes.median),
                        "again": .milliseconds(again.median),
                        "compiled": .milliseconds(compiled.median),
                        "promised": .words(sample.promise),
                        "kept": .words(isKept ? "yes" : "no"),
                    ]
                )
            )
        }
        notes.append("Promised of all: `compiled` below 5 ms. A promise that is not kept is exit code 1.")
        return BenchSection(topic: "languages", rows: rows, notes: notes, isGood: isGood)
    }

    /// Writes the program as one that nobody has ever compiled.
    private func write(_ sample: Sample) throws -> String {
        let directory = scratch + "/" + sample.language.rawValue
        try HostDirectory.make(directory)
        let path = directory + "/" + sample.file
        let mark = String(UInt64.random(in: .min ... .max), radix: 16)
        let text = sample.source.split(separator: "%", omittingEmptySubsequences: false).joined(separator: mark)
        try HostFile.replace(path, with: Array(text.utf8))
        return path
    }

    /// Submits as anybody would; as if nothing were prepared when it `isPlain`.
    private func judge(
        _ package: String,
        _ source: String,
        _ language: LanguageID,
        isPlain: Bool = false
    ) throws -> Answer {
        var environment = invocation.environment
        if isPlain { environment["ASSAY_PREPARED"] = "none" }
        var output: [UInt8] = []
        let end = try HostTool.run(
            HostTool.Call(
                "/proc/self/exe",
                ["assay", "submit", package, source, "--language", language.rawValue, "--slots", "1", "--json"],
                environment: environment.map { "\($0.key)=\($0.value)" }
            ),
            output: { output += $0 }
        )
        // Notes come before it.
        let report = output.split(separator: UInt8(ascii: "\n")).last { $0.first == UInt8(ascii: "{") }
        let answer = report.flatMap { try? JSONDecoder().decode(Answer.self, from: Data($0)) }
        guard end == .exited(0), let answer, answer.verdict == "AC" else {
            throw Complaint.ownFailure("bench: assay submit \(package) \(source) did not accept it")
        }
        return answer
    }
}
