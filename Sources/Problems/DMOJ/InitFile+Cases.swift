internal import Core
internal import YAML

extension InitFile {
    /// Reads the cases and batches in their order, those of `pretest_test_cases` before all others.
    mutating func readCases() {
        root.onReject = .continue
        var grader = StandardGrader()
        grader.scoreMode = .sum
        let cases = listedCases()
        let batchCount = cases.count { $0["batched"] != nil }
        var pretests: [YAMLNode] = []
        if let value = settings["pretest_test_cases"] {
            if let list = value.list {
                pretests = list
            } else {
                settings.report(value, "pretest_test_cases is \(value.kind) and must be a list", mend: "write one")
            }
        }
        // They are numbered behind the others, by which dependencies name batches.
        var batch = batchCount
        // Failing what is worth nothing ends the grading: so what follows it requires it.
        var guards: [String] = []
        for node in pretests { readEntry(node, &batch, &guards, isPretest: true) }
        batch = 0
        for node in cases { readEntry(node, &batch, &guards, isPretest: false) }

        var scores = LegacyScores()
        let total = root.groups.reduce(0.0) { sum, group in
            guard case .standardGrader(_, let scores) = group.grading else { return sum }
            return sum + scores.accept
        }
        scores.range = 0...total
        root.grading = .standardGrader(grader, scores)
        if tests.isEmpty, tree.findings.issues.isEmpty {
            settings.report(settings["test_cases"], "there are no test cases", mend: "add some under test_cases")
        }
    }

    private func listedCases() -> [YAMLNode] {
        let value = settings["test_cases"]
        if let list = value?.list { return list }
        guard value == nil || value?.pairs != nil else {
            settings.report(
                value,
                "test_cases is \(value?.kind ?? "nothing") and must be a list of cases, or a mapping with input_format and "
                    + "output_format",
                mend: "write one"
            )
            return []
        }
        return discoveredCases(value)
    }

    private mutating func readEntry(
        _ node: YAMLNode,
        _ batch: inout Int,
        _ guards: inout [String],
        isPretest: Bool
    ) {
        guard node.pairs != nil else {
            settings.report(node, "a test case is \(node.kind) and must be a mapping", mend: "write {in: …, out: …}")
            return
        }
        let settings = settings.inner(node)
        let points = isPretest ? 0 : self.points(settings)
        var group: TestGroup
        if let batched = node["batched"] {
            batch += 1
            group = TestGroup(name: "batch\(batch)")
            group.requires = guards + dependencies(settings, of: batch)
            settings.noteKeys(except: InitFile.caseKeys)
            guard let list = batched.list, !list.isEmpty else {
                let what = batched.list == nil ? batched.kind : "empty"
                settings.report(batched, "batched is \(what) and must be a list of cases", mend: "add some")
                return
            }
            for (index, inner) in list.enumerated() {
                guard inner.pairs != nil, inner["batched"] == nil else {
                    settings.report(
                        inner,
                        inner.pairs == nil
                            ? "a test case is \(inner.kind) and must be a mapping" : "there is a batch in a batch",
                        mend: "write {in: …, out: …}"
                    )
                    continue
                }
                readCase(settings.inner(inner), "\(group.name)/\(index + 1)", points, batch: batch, into: &group)
            }
        } else {
            let name = "\(isPretest ? "pretest" : "")\(tests.count + 1)"
            group = TestGroup(name: name)
            group.requires = guards
            readCase(settings, name, points, batch: 0, into: &group)
        }
        var grader = StandardGrader()
        grader.scoreMode = .minimum
        var scores = LegacyScores()
        (scores.accept, scores.range) = (points, 0...points)
        group.grading = .standardGrader(grader, scores)
        if points == 0 { guards.append(group.name) }
        root.members.append(.group(group))
    }

    private func points(_ settings: InheritedSettings) -> Double {
        guard let value = settings["points"] else { return 1 }
        if let points = value.double, points >= 0, points <= 1e9 { return points }
        settings.report(value, "points is \(value.kind) and must be a number from 0 on", mend: "write one")
        return 0
    }

    private func dependencies(_ settings: InheritedSettings, of batch: Int) -> [String] {
        guard let value = settings.own("dependencies") else { return [] }
        let numbers = value.list?.compactMap(\.int) ?? []
        guard let list = value.list, numbers.count == list.count else {
            settings.report(value, "dependencies is \(value.kind) and must be a list of numbers", mend: "write [1, 2]")
            return []
        }
        for number in numbers where !(1..<max(1, batch)).contains(number) {
            settings.report(
                value,
                "batch \(batch) depends on batch \(number), which is none of those before it",
                mend: "name earlier batches, from 1 on"
            )
            return []
        }
        return numbers.map { "batch\($0)" }
    }

    private mutating func readCase(
        _ settings: InheritedSettings,
        _ name: String,
        _ points: Double,
        batch: Int,
        into group: inout TestGroup
    ) {
        settings.noteKeys(except: InitFile.caseKeys)
        let isBinary = settings.bool("binary_data")
        let generation = generation(settings)
        let input = source(settings, "in", isBinary: isBinary)
        let answer = source(settings, "out", isBinary: isBinary)
        if generation != nil, input != nil, settings["generator_args"] ?? settings["generator_in"] != nil {
            settings.report(
                settings["in"],
                "the case has an input file, and arguments for a generator as well",
                mend: "keep one of them"
            )
        }
        var test = TestCase(
            name: name,
            isSample: false,
            onReject: .break,
            input: input ?? MemoryBytes.empty,
            answer: answer ?? MemoryBytes.empty
        )
        test.points = points
        if var generation, input == nil {
            generation.makesAnswer = answer == nil
            test.generation = generation
        }
        let position = tests.count
        if type.isInteractive {
            test.standardValidator = nil
            test.validatorArguments = interactor?.arguments(points: points) ?? []
        } else {
            readChecker(settings, position: position, batch: batch, isBinary: isBinary, into: &test)
        }
        group.members.append(.test(position))
        tests.append(test)
    }

    private func source(_ settings: InheritedSettings, _ key: String, isBinary: Bool) -> (any ByteSource)? {
        guard let value = settings[key], let name = settings.text(key),
            let file = files.file(name, line: value.line)
        else { return nil }
        return isBinary ? file : LineEndings(file)
    }
}
