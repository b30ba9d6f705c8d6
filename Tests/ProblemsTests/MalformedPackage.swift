import Linux
import Testing

/// A package with a mistake, and what is told of it: a case of the tables in `Malformed`.
struct MalformedPackage: Sendable, CustomTestStringConvertible {
    let name: String
    let isDMOJ: Bool
    /// What is done to a complete package, line by line.
    let steps: [Step]
    let messages: [String]

    enum Step: Sendable {
        case file(String, [UInt8])
        case link(String, target: String)
        case pipe(String)
        case directory(String)
        case removal(String)
    }

    var testDescription: String { name }

    static let all: [MalformedPackage] = ["metadata", "data", "dmoj"].flatMap(table)

    /// Everything of one table.
    private static func table(_ table: String) -> [MalformedPackage] {
        let path: String = #filePath
        let directory = path.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Malformed"
        guard let bytes = try? HostFile.read("\(directory)/\(table).txt") else { return [] }
        var cases: [MalformedPackage] = []
        var name: String?
        var steps: [Step] = []
        var messages: [String] = []
        var file: (path: String, lines: [Substring])?
        func endFile() {
            if let file { steps.append(.file(file.path, Array(file.lines.map { $0 + "\n" }.joined().utf8))) }
            file = nil
        }
        func endCase() {
            endFile()
            if let name {
                cases.append(
                    MalformedPackage(name: name, isDMOJ: table == "dmoj", steps: steps, messages: messages)
                )
            }
            (name, steps, messages) = (nil, [], [])
        }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix("== ") {
                endCase()
                name = String(line.dropFirst(3))
            } else if line.hasPrefix("> ") {
                endFile()
                messages.append(String(line.dropFirst(2)))
            } else if let step = words.first, step.count == 2, step.hasPrefix("-"), words.count > 1 {
                endFile()
                switch step {
                case "--": file = (words[1], [])
                case "-b": steps.append(.file(words[1], hexadecimal(words[2])))
                case "-l": steps.append(.link(words[1], target: words[2]))
                case "-p": steps.append(.pipe(words[1]))
                case "-d": steps.append(.directory(words[1]))
                case "-x": steps.append(.removal(words[1]))
                case "-n": steps.append(.file(unescaped(words[1]), []))
                default: fatalError("\(table): what is \(line)?")
                }
            } else {
                file?.lines.append(line)
            }
        }
        endCase()
        return cases
    }

    private static func hexadecimal(_ text: String) -> [UInt8] {
        let digits = text.utf8.map { $0 < 0x40 ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// The text with `%0A` and the like replaced by their bytes.
    private static func unescaped(_ text: String) -> String {
        let parts = text.split(separator: "%", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts.first ?? "")) { result, part in
            result + String(decoding: hexadecimal(part.prefix(2).lowercased()), as: UTF8.self) + part.dropFirst(2)
        }
    }

    /// The package, made anew.
    func made() -> ScratchPackage {
        let package =
            isDMOJ
            ? ScratchPackage(["1.in": "1\n", "1.out": "1\n"], name: "sums") : ScratchPackage.complete(name: "sums")
        if isDMOJ { package.remove("problem.yaml") }
        for step in steps {
            switch step {
            case .file(let path, let content): package.write(path, content)
            case .link(let path, let target):
                package.remove(path)
                package.link(path, to: target)
            case .pipe(let path):
                package.remove(path)
                package.makePipe(path)
            case .directory(let path):
                package.remove(path)
                package.makeDirectory(path)
            case .removal(let path): package.removeTree(path)
            }
        }
        return package
    }
}
