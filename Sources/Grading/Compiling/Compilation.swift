internal import Core

/// What compiling came to.
///
/// That a compiler refuses a source is a value.
struct Compilation: Sendable {
    /// The artifact, or why there is none.
    enum Result: Hashable, Sendable {
        case made(ArtifactKey)
        case refused(Reason)
    }

    /// What was made.
    var result: Result
    /// What the compiler used and said.
    var note: CompileNote
    /// Whether all of that is from an earlier time.
    var isCached = false

    /// The artifact; nil when the compiler refused the source.
    var artifact: ArtifactKey? {
        if case .made(let key) = result { key } else { nil }
    }

    /// Why there is no artifact; nil when there is one.
    var refusal: Reason? {
        if case .refused(let reason) = result { reason } else { nil }
    }

    /// The compilation as reports show it.
    var report: Report.Compile {
        Report.Compile(
            ok: artifact != nil,
            cached: isCached,
            cpuTime: note.usage.cpuTime.inSeconds,
            wallTime: note.usage.wallTime.inSeconds,
            peakMemory: note.usage.peakMemory.bytes,
            diagnostics: note.diagnostics,
            truncated: note.isTruncated
        )
    }

    /// A source that is refused by us and not by its compiler, for the reason in `line`.
    ///
    /// `usage` is what compiling it used; nothing when no compiler has seen it.
    static func refused(because line: String, usage: Usage = Usage()) -> Compilation {
        Compilation(result: .refused(.diagnostics), note: CompileNote(usage: usage, diagnostics: line))
    }
}
