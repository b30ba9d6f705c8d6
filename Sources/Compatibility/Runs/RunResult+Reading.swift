public import Service

extension RunResult {
    /// The report of a plain run; nil when it is none.
    public init?(_ report: JSONValue) {
        guard let ending = report["outcome"]?.string.flatMap(Ending.init(rawValue:)) else { return nil }
        self.init(ending)
        exitCode = report["exitCode"]?.integer
        signal = report["signal"]?.string
        reason = report["reason"]?.string
        cpuTime = report["cpuTime"]?.double
        wallTime = report["wallTime"]?.double
        peakMemory = report["peakMemory"]?.integer
        output = RunResult.bytes(report, "stdout")
        errors = RunResult.bytes(report, "stderr")
        isOutputCut = report["stdoutTruncated"]?.boolean ?? false
        guard let compile = report["compile"], compile != .null else { return }
        diagnostics = compile["diagnostics"]?.string
        compiling = Compiling(
            isGood: compile["ok"]?.boolean ?? true,
            cpuTime: compile["cpuTime"]?.double ?? 0,
            wallTime: compile["wallTime"]?.double ?? 0,
            peakMemory: compile["peakMemory"]?.integer ?? 0
        )
    }

    /// A stream: a text, or what is no text in Base64 beside it.
    private static func bytes(_ report: JSONValue, _ name: String) -> [UInt8] {
        if let packed = report[name + "Base64"]?.string, let bytes = Base64.decode(packed) { return bytes }
        return Array((report[name]?.string ?? "").utf8)
    }
}
