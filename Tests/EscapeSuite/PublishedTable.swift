import Core
import Linux
import SandboxTesting
import Testing

/// The table of all rows as `docs/escape-suite.md` has it.
enum PublishedTable {
    /// What stands before it in the page.
    private static let mark = "<!-- What follows is written by ESCAPE_DOCS=write scripts/escape-suite. -->\n"

    private static let path: String = {
        let path: String = #filePath
        return path.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/docs/escape-suite.md"
    }()

    /// The page as it is, and as it should be.
    ///
    /// - Throws: the errno of reading it.
    static func page() throws -> (found: String, wanted: String) {
        let found = String(decoding: try HostFile.read(path), as: UTF8.self)
        let introduction = found.ranges(of: mark).first.map { String(found[..<$0.upperBound]) } ?? found + "\n" + mark
        return (found, introduction + "\n" + text)
    }

    /// Writes the page as it should be.
    static func write() throws {
        try HostFile.replace(path, with: Array(try page().wanted.utf8))
    }

    private static var text: String {
        var lines = ["## What is looked at on the host", ""]
        lines += [
            "After every step, for every row, whatever it is aimed at.", "", "| part | what is looked at |",
            "|---|---|",
        ]
        lines += HostPart.allCases.map { "| \($0.title) | \($0.meaning) |" }
        lines += ["", "## Rows by class", "", "| class | rows | aimed at |", "|---|---:|---|"]
        for kind in RowClass.allCases {
            let aims = kind.aims.map(\.title).joined(separator: ", ")
            lines.append("| [\(kind.title)](#\(anchor(kind))) | \(rows(of: kind).count) | \(aims) |")
        }
        lines.append("| all | \(Row.all.count) | |")
        lines += ["", "## Published incidents", "", "| incident | rows that repeat it |", "|---|---|"]
        for incident in Set(Row.all.compactMap(\.incident)).sorted() {
            let names = Row.all.filter { $0.incident == incident }.map { code($0.name) }
            let shown =
                names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " and \(names.count - 8) more" : "")
            lines.append("| \(cell(incident)) | \(shown) |")
        }
        for kind in RowClass.allCases {
            lines += ["", "## \(kind.title.prefix(1).uppercased() + kind.title.dropFirst())", ""]
            lines += ["| row | in | what it tries | what becomes of it |", "|---|---|---|---|"]
            lines += rows(of: kind).map { row in
                "| \(code(row.name)) | \(row.language) | \(cell(row.attempt)) | \(cell(row.outcome)) |"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func rows(of kind: RowClass) -> [Row] {
        Row.all.filter { $0.kind == kind }.sorted { $0.name < $1.name }
    }

    private static func anchor(_ kind: RowClass) -> String { kind.title.replacing(" ", with: "-") }

    private static func code(_ text: String) -> String {
        let shown = cell(text, isCode: true)
        return shown.contains("`") ? "<code>\(cell(text))</code>" : "`\(shown)`"
    }

    /// Text that neither ends a cell nor is taken for markup.
    private static func cell(_ text: String, isCode: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "|": result += "\\|"
            case "<" where !isCode: result += "&lt;"
            case "*" where !isCode: result += "\\*"
            case "_" where !isCode: result += "\\_"
            case "\n", "\r", "\t": result += " "
            case _ where scalar.value < 32 || (127..<160).contains(scalar.value) || scalar.value == 0x202E:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension EscapeSuites {
    @Suite
    struct PublishedTableTests {
        @Test
        func `the published table is that of the rows`() throws {
            if HostEnvironment.variables()["ESCAPE_DOCS"] == "write" { try PublishedTable.write() }
            let page = try PublishedTable.page()
            #expect(
                page.found == page.wanted,
                "write docs/escape-suite.md anew: ESCAPE_DOCS=write scripts/escape-suite"
            )
        }

        @Test func `every incident is repeated by rows, and every name among them is that of rows`() {
            for (names, incident) in Row.incidents {
                #expect(Row.all.contains { $0.incident == incident }, "\(incident)")
                for name in names { #expect(Row.all.contains { $0.name.hasPrefix(name) }, "\(name)") }
            }
        }
    }
}
