internal import Core
internal import FoundationEssentials

extension RunReport: Decodable {
    /// Reads a report that was written as JSON, as queues keep it.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        ending = try container.decode(Ending.self, forKey: .outcome)
        exitCode = try container.decodeIfPresent(Int.self, forKey: .exitCode)
        signal = try container.decodeIfPresent(String.self, forKey: .signal)
        reason = try container.decodeIfPresent(Reason.self, forKey: .reason)
        if let time = try container.decodeIfPresent(Double.self, forKey: .cpuTime) {
            usage = Usage(
                cpuTime: .seconds(time),
                wallTime: .seconds(try container.decodeIfPresent(Double.self, forKey: .wallTime) ?? 0),
                peakMemory: ByteCount(try container.decodeIfPresent(Int.self, forKey: .peakMemory) ?? 0),
                peakResidentSet: try container.decodeIfPresent(Int.self, forKey: .peakResidentSet).map {
                    ByteCount($0)
                },
                peakProcesses: try container.decodeIfPresent(Int.self, forKey: .peakProcesses)
            )
        }
        output = CapturedText(
            text: try container.decodeIfPresent(String.self, forKey: .stdout),
            base64: try container.decodeIfPresent(String.self, forKey: .stdoutBase64),
            isTruncated: try container.decode(Bool.self, forKey: .stdoutTruncated)
        )
        error = CapturedText(
            text: try container.decodeIfPresent(String.self, forKey: .stderr),
            base64: try container.decodeIfPresent(String.self, forKey: .stderrBase64),
            isTruncated: try container.decode(Bool.self, forKey: .stderrTruncated)
        )
        compile = try container.decodeIfPresent(Report.Compile.self, forKey: .compile)
    }
}

extension CapturedText {
    /// What people are shown of it: what is no text has signs in its places.
    package var shown: String {
        text ?? base64.flatMap { Data(base64Encoded: $0) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
