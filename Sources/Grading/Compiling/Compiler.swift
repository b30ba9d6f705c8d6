internal import Core
internal import Languages

/// Compiles in boxes, and never the same thing twice.
struct Compiler: Sendable {
    let boxes: Boxes

    /// Compiles `sources`, or finds what was made of them before.
    ///
    /// A language without a compile step keeps them as they are. `isAnew` says that what was made before does not count.
    ///
    /// - Throws: `.badInput` when the entry was named and is not there, `.machinery` when the executor failed.
    func compile(
        _ sources: SourceTree,
        with toolchain: Toolchain,
        limits: Limits,
        isAnew: Bool
    ) async throws(GradingError) -> Compilation {
        let made = try await make(sources, with: toolchain, limits: limits, isAnew: isAnew)
        guard made.artifact != nil else { return made }
        // Only of what compiles: in a source with a mistake in it no `main` may be seen, and the compiler knows better.
        do throws(EntryError) {
            try sources.checkEntry(for: toolchain)
        } catch {
            return try refusal(for: error, of: sources, usage: made.note.usage)
        }
        return made
    }

    /// The refusal of sources of which it cannot be told what to start.
    private func refusal(
        for error: EntryError,
        of sources: SourceTree,
        usage: Usage = Usage()
    ) throws(GradingError) -> Compilation {
        // A wrong name is a wrong request, unless nobody is there to hear that; what cannot start is a wrong program.
        guard sources.entry == nil || sources.isEntryJudged else { throw .badInput(error.description) }
        return .refused(because: error.description, usage: usage)
    }

    private func make(
        _ sources: SourceTree,
        with toolchain: Toolchain,
        limits: Limits,
        isAnew: Bool
    ) async throws(GradingError) -> Compilation {
        let command: Command?
        let files: [BoxFile]
        do throws(EntryError) {
            command = try toolchain.compileCommand(files: sources.files, entry: sources.entry, limits: limits)
            files = try toolchain.laidOut(sources.files, entry: sources.entry)
        } catch {
            return try refusal(for: error, of: sources)
        }
        let key = try artifactKey(of: sources, toolchain, command, isAnew: isAnew)
        if !isAnew, let bytes = try await boxes.note(ofArtifact: key), let note = CompileNote(bytes) {
            return Compilation(result: .made(key), note: note, isCached: true)
        }
        guard let command else {
            let note = CompileNote(usage: Usage())
            try await boxes.keep(Bundle(files: files), as: key, note: note.bytes)
            return Compilation(result: .made(key), note: note)
        }
        let made = try await compile(
            command,
            as: key,
            startsProgram: toolchain.profile.run.command.first?.text == "{binary}",
            isOutOfMemory: { toolchain.isOutOfMemory($0, limit: limits.memory) }
        )
        // A damaged header would be a compile error of ours. Whether it is one is worth a look only now.
        guard made.artifact == nil, toolchain.usesPrepared(command) else { return made }
        let note = made.note
        if let other = toolchain.withoutDoubted(by: note.diagnostics, isTruncated: note.isTruncated) {
            return try await keep(make(sources, with: other, limits: limits, isAnew: isAnew), as: key)
        }
        guard !toolchain.withdrawDamaged() else { return made }
        return try await make(sources, with: toolchain.unprepared, limits: limits, isAnew: isAnew)
    }

    /// Keeps under `key` as well what was made in another way: the next time nothing is compiled in either.
    private func keep(_ made: Compilation, as key: ArtifactKey) async throws(GradingError) -> Compilation {
        guard let artifact = made.artifact else { return made }
        try await boxes.keep(Bundle(files: boxes.files(ofArtifact: artifact)), as: key, note: made.note.bytes)
        return Compilation(result: .made(key), note: made.note, isCached: made.isCached)
    }

    private func compile(
        _ command: Command,
        as key: ArtifactKey,
        startsProgram: Bool,
        isOutOfMemory: (Outcome) -> Bool
    ) async throws(GradingError) -> Compilation {
        let outcome = try await boxes.run(command)
        let refusal = Refusal(outcome, isOutOfMemory: isOutOfMemory(outcome), command.limits)
        if let refusal = refusal ?? (startsProgram ? Refusal(programless: outcome) : nil) {
            let said = try diagnostics(of: outcome, closing: refusal.line)
            return Compilation(result: .refused(refusal.reason), note: note(outcome, said))
        }
        let made = note(outcome, try diagnostics(of: outcome, closing: nil))
        try await boxes.keep(outcome.collected ?? Bundle(files: []), as: key, note: made.bytes)
        return Compilation(result: .made(key), note: made)
    }

    private func artifactKey(
        of sources: SourceTree,
        _ toolchain: Toolchain,
        _ command: Command?,
        isAnew: Bool
    ) throws(GradingError) -> ArtifactKey {
        // What is there under a key stays there, so that what is made anew needs one of its own.
        let nonce = isAnew ? String(UInt64.random(in: .min ... .max), radix: 16) : nil
        do throws(ByteSourceFailure) {
            return try ArtifactKey(
                files: sources.files,
                entry: sources.entry,
                language: toolchain.profile.id,
                fingerprint: toolchain.fingerprint,
                command: command,
                nonce: nonce
            )
        } catch {
            throw GradingError(reading: "the source files", error)
        }
    }

    private func diagnostics(of outcome: Outcome, closing line: String?) throws(GradingError) -> BoundedText {
        do {
            var text = try BoundedText(
                [outcome.standardError, outcome.standardOutput],
                limit: BoundedText.diagnosticsLimit
            )
            // A compiler that has said why needs no word of ours; one that was stopped could not say it.
            if let line { text.close(withLine: line) }
            return text
        } catch {
            throw GradingError(reading: "the compiler's messages", error)
        }
    }

    private func note(_ outcome: Outcome, _ said: BoundedText) -> CompileNote {
        CompileNote(usage: outcome.usage, diagnostics: said.text, isTruncated: said.isTruncated)
    }
}

/// Why a finished compile box has made nothing.
struct Refusal: Hashable, Sendable {
    let reason: Reason
    /// What we have to add to the compiler's own words; nil when they say it all.
    let line: String?

    /// Why `outcome` is no success; nil when it is one.
    init?(_ outcome: Outcome, isOutOfMemory: Bool, _ limits: Limits) {
        switch outcome.stop {
        case .cpuTime, .wallTime:
            self.init(.compilerTime, "the compiler was stopped: it needs more than \(limits.cpuTime.text)")
        case .memory:
            self.init(.compilerMemory, "the compiler was stopped: it needs more than \(limits.memory) of memory")
        case .output:
            self.init(.diagnostics, "the compiler was stopped: it wrote more than \(limits.output)")
        case .forbiddenCall(let name):
            self.init(.diagnostics, "the compiler was stopped at the forbidden system call \(name)")
        case .cancelled:
            self.init(.diagnostics, "the compiler was cancelled")
        case nil where isOutOfMemory:
            self.init(.compilerMemory, "the compiler ran out of memory: it needs more than \(limits.memory)")
        case nil:
            self.init(ended: outcome)
        }
    }

    /// Why what a compiler has made cannot be started; nil when it can.
    ///
    /// Go makes a library of a package that is not called main, and is content.
    init?(programless outcome: Outcome) {
        guard let files = outcome.collected?.files, !files.contains(where: \.isExecutable) else { return nil }
        self.init(.diagnostics, "what the compiler made is no program; there must be a main to start")
    }

    private init?(ended outcome: Outcome) {
        let isSilent = outcome.standardError.byteCount == 0 && outcome.standardOutput.byteCount == 0
        switch outcome.termination {
        case .signaled(let name):
            self.init(.diagnostics, "the compiler was ended by the signal \(name)")
        case .exited(let code) where code != 0:
            self.init(.diagnostics, isSilent ? "the compiler ended with the exit code \(code) and said nothing" : nil)
        case .exited:
            guard let collected = outcome.collected else {
                self.init(.diagnostics, "what the compiler made cannot be kept: too much, or not regular files")
                return
            }
            guard collected.files.isEmpty else { return nil }
            self.init(.diagnostics, "the compiler made nothing")
        }
    }

    private init(_ reason: Reason, _ line: String?) {
        self.reason = reason
        self.line = line
    }
}
