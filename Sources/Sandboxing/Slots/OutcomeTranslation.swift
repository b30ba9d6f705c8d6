internal import Core
internal import JailProtocol
internal import Linux

/// From what a jailer saw to an outcome.
enum OutcomeTranslation {
    static func outcome(
        _ result: BoxResult,
        standardOutput: any ByteSource,
        standardError: any ByteSource,
        collected: Bundle?
    ) -> Outcome {
        // wait(2): the low seven bits are the signal, the next byte the exit code.
        let signal = result.waitStatus & 0x7f
        let termination: Termination =
            signal == 0
            ? .exited(code: (result.waitStatus >> 8) & 0xff)
            : .signaled(name: Processes.signalName(signal))
        return Outcome(
            termination: termination,
            stop: stop(result, signal: signal),
            usage: Usage(
                cpuTime: .microseconds(max(0, result.cpuMicroseconds)),
                wallTime: .microseconds(max(0, result.wallMicroseconds)),
                peakMemory: ByteCount(result.peakMemory),
                peakResidentSet: result.maximumResidentSet.map { ByteCount($0) },
                peakProcesses: result.peakProcesses,
                memoryRefusals: result.memoryRefusals
            ),
            standardOutput: standardOutput,
            standardError: standardError,
            collected: collected
        )
    }

    private static func stop(_ result: BoxResult, signal: Int) -> Stop? {
        switch result.stop {
        // The limit of one file's size is the output limit: the kernel's signal for it is its word that it was reached.
        case .none: signal == Signal.fileSizeExceeded ? .output : nil
        case .cpuTime: .cpuTime
        case .wallTime: .wallTime
        case .memory: .memory
        case .output: .output
        case .forbiddenCall: .forbiddenCall(name: SystemCallNames.name(of: result.call))
        case .cancelled: .cancelled
        }
    }
}
