internal import CSeccomp
internal import Linux

/// Turns a policy into a filter: runs of numbers with the same decision, found by a balanced tree.
///
/// The kernel runs a new filter once for every call number, to learn which ones it always allows: what a filter costs
/// a run is mostly that, and it grows with the length of the way to a decision. libseccomp's own generator, which has
/// a node for every call instead of every run, was measured against this one with the first policy `native` (fork,
/// install with `SECCOMP_FILTER_FLAG_NEW_LISTENER`, exit; median and least of 501; Linux 6.18, libseccomp 2.5.4):
///
///     this compiler                    155 instructions    42 us    40 us
///     libseccomp, binary tree          585 instructions   108 us   100 us
///     libseccomp, by priority          499 instructions   257 us   246 us
///
/// And its figures flatter it: it has no "else" and takes one comparison per argument and rule, so that several checks
/// of ours had to be weakened for it. Names and numbers of calls stay its business.
struct FilterCompiler {
    /// What a filter can answer, `SECCOMP_RET_…` of linux/seccomp.h; an errno goes into the low half.
    private enum Action {
        static let killProcess: UInt32 = 0x8000_0000
        static let fail: UInt32 = 0x0005_0000
        static let notify: UInt32 = 0x7fc0_0000
        static let allow: UInt32 = 0x7fff_0000
    }

    /// Numbers from here on are calls of x32, a second way into the same kernel that few ever look at.
    private static let x32: UInt32 = 0x4000_0000

    private let policy: SystemCallPolicy
    private var assembler = FilterAssembler()
    /// Where each decision that has been written starts.
    private var places: [Decision: FilterAssembler.Place] = [:]

    init(policy: SystemCallPolicy) { self.policy = policy }

    /// The whole filter.
    mutating func program() -> FilterProgram {
        var start = tree(runs()[...])
        let killProcess = assembler.end(Action.killProcess)
        #if arch(x86_64)
        // A tracer's -1, "no call at all", is not x32's.
        let minusOne = place(of: policy.otherwise)
        let foreign = assembler.branch(.isEqual, .max, yes: minusOne, no: killProcess)
        start = assembler.branch(.isAtLeast, Self.x32, yes: foreign, no: start)
        #endif
        start = assembler.load(.number, next: start)
        // libseccomp's tokens of our architectures are the kernel's own numbers for them.
        start = assembler.branch(.isEqual, seccomp_arch_native(), yes: start, no: killProcess)
        _ = assembler.load(.architecture, next: start)
        return assembler.program
    }
}

// MARK: - Numbers

extension FilterCompiler {
    /// Numbers from `start` up to the next run's, which share a decision.
    private struct Run {
        let start: Int
        let decision: Decision
    }

    private func runs() -> [Run] {
        var runs: [Run] = []
        // Around every number that is named, one that is not may follow.
        let starts = Set(policy.decisions.keys.flatMap { [$0, $0 + 1] }).union([0])
        for start in starts.sorted() {
            let decision = policy.decision(about: start)
            if runs.last?.decision != decision { runs.append(Run(start: start, decision: decision)) }
        }
        return runs
    }

    private mutating func tree(_ runs: ArraySlice<Run>) -> FilterAssembler.Place {
        let first = runs.startIndex
        if runs.count == 1 { return place(of: runs[first].decision) }
        if runs.count == 3, isHole(runs) {
            let around = place(of: runs[first].decision)
            let hole = place(of: runs[first + 1].decision)
            return assembler.branch(.isEqual, UInt32(runs[first + 1].start), yes: hole, no: around)
        }
        let middle = first + runs.count / 2
        let high = tree(runs[middle...])
        let low = tree(runs[..<middle])
        return assembler.branch(.isAtLeast, UInt32(runs[middle].start), yes: high, no: low)
    }

    /// Whether one number stands out of what is the same on both its sides: one comparison finds it instead of two.
    private func isHole(_ runs: ArraySlice<Run>) -> Bool {
        let first = runs.startIndex
        return runs[first].decision == runs[first + 2].decision && runs[first + 2].start == runs[first + 1].start + 1
    }
}

// MARK: - Decisions

extension FilterCompiler {
    /// Where the decision starts; it is written when it is new.
    private mutating func place(of decision: Decision) -> FilterAssembler.Place {
        if let place = places[decision] { return place }
        let place =
            switch decision {
            case .allow: assembler.end(Action.allow)
            case .refuse(let errno): assembler.end(Action.fail | UInt32(errno.number))
            // An errno of 0 is no error: the kernel skips the call and its result is 0.
            case .pretend: assembler.end(Action.fail)
            case .kill: assembler.end(Action.notify)
            case .check(let condition, let then, let otherwise): check(condition, then: then, otherwise: otherwise)
            }
        places[decision] = place
        return place
    }

    private mutating func check(_ condition: Condition, then: Decision, otherwise: Decision) -> FilterAssembler.Place {
        let no = place(of: otherwise)
        let yes = place(of: then)
        let low = FilterAssembler.Word.low(argument: condition.argument)
        let high = FilterAssembler.Word.high(argument: condition.argument)
        switch condition.question {
        case .hasAny(let bits):
            let inLow = compare(low, .hasBits, [bits.low], yes: yes, no: no)
            return condition.isWide ? compare(high, .hasBits, [bits.high], yes: yes, no: inLow) : inLow
        case .isOne(let values, let mask) where condition.isWide:
            return values.reversed().reduce(no) { next, value in
                let inLow = compare(low, mask: mask.low, .isEqual, [value.low], yes: yes, no: next)
                return compare(high, mask: mask.high, .isEqual, [value.high], yes: inLow, no: next)
            }
        case .isOne(let values, let mask):
            return compare(low, mask: mask.low, .isEqual, values.map(\.low), yes: yes, no: no)
        }
    }

    /// Loads half an argument and compares it with one number after the other.
    private mutating func compare(
        _ word: FilterAssembler.Word,
        mask: UInt32 = .max,
        _ comparison: FilterAssembler.Comparison,
        _ operands: [UInt32],
        yes: FilterAssembler.Place,
        no: FilterAssembler.Place
    ) -> FilterAssembler.Place {
        var start = no
        if comparison == .isEqual {
            for range in Self.ranges(operands).reversed() { start = find(range, yes: yes, beyond: start, no: no) }
        } else {
            for operand in operands.reversed() { start = assembler.branch(comparison, operand, yes: yes, no: start) }
        }
        if mask != .max { start = assembler.keep(mask, next: start) }
        return assembler.load(word, next: start)
    }
}

// MARK: - Lists of numbers

extension FilterCompiler {
    /// The runs of neighbours among these numbers, the smallest first.
    private static func ranges(_ numbers: [UInt32]) -> [ClosedRange<UInt32>] {
        var ranges: [ClosedRange<UInt32>] = []
        for number in Set(numbers).sorted() {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges
    }

    /// Asks whether the accumulator is in `range`; `beyond` asks for the ranges above it.
    private mutating func find(
        _ range: ClosedRange<UInt32>,
        yes: FilterAssembler.Place,
        beyond: FilterAssembler.Place,
        no: FilterAssembler.Place
    ) -> FilterAssembler.Place {
        // Up to two numbers are found as fast one by one.
        if range.count <= 2 {
            return range.reversed().reduce(beyond) { assembler.branch(.isEqual, $1, yes: yes, no: $0) }
        }
        let notBelow =
            range.upperBound == .max
            ? yes : assembler.branch(.isAtLeast, range.upperBound + 1, yes: beyond, no: yes)
        return assembler.branch(.isAtLeast, range.lowerBound, yes: notBelow, no: no)
    }
}

extension UInt64 {
    fileprivate var low: UInt32 { UInt32(truncatingIfNeeded: self) }
    fileprivate var high: UInt32 { UInt32(truncatingIfNeeded: self >> 32) }
}
