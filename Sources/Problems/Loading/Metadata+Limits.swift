internal import Core

extension Metadata {
    /// Reads `limits`, in which only the names of the time's factors differ between the formats.
    mutating func readLimits(_ section: Section) {
        let memories = 1...Ceilings.memory.bytes >> 20
        let outputs = 1...Ceilings.output.bytes >> 20
        let times = 1...Int(Ceilings.time.components.seconds)
        section.int("memory", in: memories).map { limits.memory = .mebibytes($0) }
        section.int("output", in: outputs).map { limits.output = .mebibytes($0) }
        section.int("code", in: 1...Ceilings.code.bytes >> 10).map { limits.code = .kibibytes($0) }
        section.int("compilation_time", in: times).map { limits.compilationTime = .seconds($0) }
        section.int("compilation_memory", in: memories).map { limits.compilationMemory = .mebibytes($0) }
        section.int("validation_time", in: times).map { limits.validationTime = .seconds($0) }
        section.int("validation_memory", in: memories).map { limits.validationMemory = .mebibytes($0) }
        section.int("validation_output", in: outputs).map { limits.validationOutput = .mebibytes($0) }
        timeLimit = section.seconds("time_limit")

        var known: Set = [
            "memory", "output", "code", "compilation_time", "compilation_memory", "validation_time",
            "validation_memory", "validation_output", "time_limit",
        ]
        switch format {
        case .legacy:
            // DOMjudge has passes in this format, too.
            known.formUnion(["time_multiplier", "time_safety_margin", "validation_passes"])
            section.int("validation_passes", in: 2...10_000).map { limits.validationPasses = $0 }
            section.number("time_multiplier", from: 1).map { limits.acceptedToTimeLimit = $0 }
            section.number("time_safety_margin", from: 1).map { limits.timeLimitToTooSlow = $0 }
        case .draft, .y2025_09:
            known.formUnion(["time_multipliers", "time_resolution", "validation_passes"])
            if !type.isMultiPass, section["validation_passes"] != nil {
                section.fault(
                    "validation_passes",
                    "validation_passes is for multi-pass problems",
                    mend: "remove it, or add multi-pass to \"type\""
                )
            }
            section.seconds("time_resolution").map { limits.timeResolution = $0 }
            section.int("validation_passes", in: 2...10_000).map { limits.validationPasses = $0 }
            if let factors = section.section("time_multipliers") {
                factors.noteKeys(except: ["ac_to_time_limit", "time_limit_to_tle"])
                factors.number("ac_to_time_limit", from: 1).map { limits.acceptedToTimeLimit = $0 }
                factors.number("time_limit_to_tle", from: 1).map { limits.timeLimitToTooSlow = $0 }
            }
        }
        section.noteKeys(except: known)
    }
}

extension Section {
    /// The duration under `key`, in seconds with decimals.
    fileprivate func seconds(_ key: String) -> Duration? {
        guard let number = number(key, from: 0, isOpen: true) else { return nil }
        if let duration = Duration(limitSeconds: number) { return duration }
        report(
            key,
            "\(key) is \(number) seconds",
            mend: "write a number from 0.000001 to \(Ceilings.time.components.seconds)"
        )
        return nil
    }
}

extension Duration {
    /// A time limit in whole microseconds; nil where it would be none at all, or beyond the ceiling.
    init?(limitSeconds seconds: Double) {
        guard seconds >= 0.000_001, seconds <= Double(Ceilings.time.components.seconds) else { return nil }
        self = .microseconds(Int((seconds * 1_000_000).rounded()))
    }
}
