internal import Verifying

/// A suite for each package: a case for each part that was looked at, and one for each submission.
enum VerifyJUnit {
    static func text(_ summary: VerifySummary) -> String {
        let suites = summary.packages.map { suite($0) }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\(suites.joined())</testsuites>\n"
    }

    private static func suite(_ package: VerifySummary.Package) -> String {
        var cases: [String] = []
        var failures = 0
        var skipped = 0
        let submissions = Set(package.submissions.map { "\(package.directory)/submissions/\($0.path)" })
        for part in Finding.Part.allCases {
            // What is about one submission stands with it.
            let own = package.findings.filter { $0.part == part.rawValue && !submissions.contains($0.file) }
            let element = element(package, part.rawValue, time: 0, own)
            failures += element.isFailure ? 1 : 0
            cases.append(element.text)
        }
        for submission in package.submissions {
            let name = "submissions/\(submission.path)"
            if let why = submission.skipped,
                !package.findings.contains(where: { $0.severity == "error" && $0.file.hasSuffix(name) })
            {
                skipped += 1
                cases.append(
                    "\(head(package, name, 0))><skipped message=\"\(JUnitReport.escaped(why))\"/></testcase>\n"
                )
                continue
            }
            let own = package.findings.filter { $0.file == "\(package.directory)/\(name)" }
            let time = submission.tests.compactMap(\.cpuTime).reduce(0, +)
            let element = element(package, name, time: time, own)
            failures += element.isFailure ? 1 : 0
            cases.append(element.text)
        }
        let head =
            "<testsuite name=\"\(JUnitReport.escaped(package.name))\" tests=\"\(cases.count)\" failures=\"\(failures)\" "
            + "errors=\"0\" skipped=\"\(skipped)\">\n"
        return head + cases.joined() + "</testsuite>\n"
    }

    private static func head(_ package: VerifySummary.Package, _ name: String, _ time: Double) -> String {
        "<testcase classname=\"\(JUnitReport.escaped(package.name))\" name=\"\(JUnitReport.escaped(name))\" "
            + "time=\"\(Figures.decimal(time, places: 3))\""
    }

    /// A case with what was found: errors fail it, all else is told of.
    private static func element(
        _ package: VerifySummary.Package,
        _ name: String,
        time: Double,
        _ findings: [VerifySummary.Line]
    ) -> (text: String, isFailure: Bool) {
        let head = head(package, name, time)
        let errors = findings.filter { $0.severity == Finding.Severity.error.rawValue }
        let others = findings.filter { $0.severity != Finding.Severity.error.rawValue }
        if findings.isEmpty { return (head + "/>\n", false) }
        var inner = ""
        if let first = errors.first {
            let lines = errors.map(\.text).joined(separator: "\n")
            inner += "<failure type=\"\(first.code)\" message=\"\(JUnitReport.escaped(first.message))\">"
            inner += "\(JUnitReport.escaped(lines))</failure>"
        }
        if !others.isEmpty {
            let lines = others.map { "\($0.severity): \($0.text)" }.joined(separator: "\n")
            inner += "<system-out>\(JUnitReport.escaped(lines))</system-out>"
        }
        return ("\(head)>\(inner)</testcase>\n", !errors.isEmpty)
    }
}

extension VerifySummary.Line {
    /// The finding in one line.
    var text: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return mend.isEmpty ? "\(place): \(message)" : "\(place): \(message); \(mend)"
    }
}
