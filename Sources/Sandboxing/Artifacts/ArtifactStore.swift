package import Core
internal import Linux
internal import Synchronization

/// Compiled files by key, in a directory that is ours alone.
///
/// Slots copy what they need into file systems of their own; no box ever sees this one.
///
/// An artifact appears as a whole or not at all: it is written under another name and renamed. Artifacts live as long as
/// the machine is up: after a power loss a file could be there and empty, so each boot has a store of its own.
package struct ArtifactStore: Sendable {
    /// A directory per artifact, named by its key.
    package let directory: String
    private let notes: String
    private let drafts: String

    /// The store below the state directory `state`, made when it is missing.
    package init(state: String) throws(ExecutorFailure) {
        let boot = (try? KernelText.read("/proc/sys/kernel/random/boot_id")) ?? Array("unknown".utf8)
        let name = String(decoding: boot.filter { $0 > 32 && $0 != UInt8(ascii: "/") }, as: UTF8.self)
        let base = state + "/artifacts/" + name
        directory = base + "/store"
        notes = base + "/notes"
        drafts = base + "/drafts"
        do {
            try Self.removeOthers(than: name, in: state + "/artifacts")
            for path in [directory, notes, drafts] { try HostDirectory.make(path) }
        } catch {
            throw ExecutorFailure("make the artifact store", base, error, of: .state)
        }
    }

    private static func removeOthers(than name: String, in directory: String) throws(Errno) {
        guard HostDirectory.kind(of: directory) == .directory else { return }
        for entry in try HostDirectory.entries(of: directory) where entry.name != name {
            try HostWriting.removeTree(directory + "/" + entry.name)
        }
    }

    /// The note that was kept with `key`; nil when there is no such artifact.
    package func note(of key: ArtifactKey) throws(ExecutorFailure) -> [UInt8]? {
        guard HostDirectory.kind(of: directory + "/" + key.rawValue) == .directory else { return nil }
        do {
            let note = try HostFile.read(notes + "/" + key.rawValue)
            // Used just now: the last to be given up.
            try HostWriting.touch(notes + "/" + key.rawValue)
            return note
        } catch  where error == .missing {
            return nil
        } catch {
            throw ExecutorFailure("read an artifact's note", key.rawValue, error, of: .state)
        }
    }

    /// The files of an artifact.
    ///
    /// - Throws: `ExecutorFailure` when there is no such artifact, or it cannot be read.
    package func files(of key: ArtifactKey) throws(ExecutorFailure) -> [BoxFile] {
        do throws(Errno) {
            return try Self.files(in: directory + "/" + key.rawValue, prefix: "")
        } catch {
            throw ExecutorFailure("read an artifact", key.rawValue, error, of: .state)
        }
    }

    private static func files(in directory: String, prefix: String) throws(Errno) -> [BoxFile] {
        var result: [BoxFile] = []
        for entry in try HostDirectory.entries(of: directory) {
            let path = directory + "/" + entry.name
            if entry.kind == .directory {
                result += try files(in: path, prefix: prefix + entry.name + "/")
            } else {
                let file = try HostFile(path: path)
                result.append(BoxFile(path: prefix + entry.name, content: file, isExecutable: file.isExecutable))
            }
        }
        return result
    }

    /// How many drafts this process has begun, in whatever store.
    private static let draftCount = Atomic(0)

    /// Keeps `bundle` under `key`.
    ///
    /// When somebody else has just kept it, theirs stays.
    package func keep(_ bundle: Bundle, as key: ArtifactKey, note: [UInt8]) throws(ExecutorFailure) {
        guard !key.rawValue.isEmpty, key.rawValue.utf8.allSatisfy(Self.isPlain) else {
            throw ExecutorFailure(
                operation: "keep an artifact",
                subject: key.rawValue,
                cause: "the key is no plain name"
            )
        }
        // Unique without a lock: no other process has our number now, and none that had it before our moment. Two threads
        // may have the same moment, though.
        let count = Self.draftCount.add(1, ordering: .relaxed).newValue
        let draft = drafts + "/\(Processes.ownNumber)-\(Clock.nanoseconds)-\(count)"
        do {
            try write(bundle, to: draft)
            try writeNote(note, of: key, draft: draft + ".note")
            try Self.publish(draft, as: directory + "/" + key.rawValue)
            ArtifactEviction(directory: directory, notes: notes).run()
        } catch {
            try? HostWriting.removeTree(draft)
            try? HostWriting.removeFile(draft + ".note")
            guard let error = error as? Errno else {
                throw ExecutorFailure(operation: "keep an artifact", subject: key.rawValue, cause: "\(error)")
            }
            throw ExecutorFailure("keep an artifact", directory, error, of: .state)
        }
    }

    /// Removes what a process that has died left half-written.
    package func removeDrafts(ofProcess number: Int) {
        for entry in (try? HostDirectory.entries(of: drafts)) ?? [] where entry.name.hasPrefix("\(number)-") {
            try? HostWriting.removeTree(drafts + "/" + entry.name)
            try? HostWriting.removeFile(drafts + "/" + entry.name)
        }
    }

    /// Gives the draft its name, unless somebody else has just given that to theirs.
    private static func publish(_ draft: String, as path: String) throws(Errno) {
        do throws(Errno) {
            try HostWriting.rename(draft, to: path)
        } catch  where error == .exists || error == .notEmpty {
            try HostWriting.removeTree(draft)
        }
    }

    /// The note first: an artifact without its note would be one that is never found.
    private func writeNote(_ note: [UInt8], of key: ArtifactKey, draft: String) throws(Errno) {
        let file = try HostWriting.makeFile(draft, mode: 0o600)
        try file.write(note)
        try HostWriting.rename(draft, to: notes + "/" + key.rawValue)
    }

    private func write(_ bundle: Bundle, to draft: String) throws {
        try HostWriting.makeDirectory(draft, mode: 0o700)
        var made: Set<String> = []
        for file in bundle.files {
            guard BoxFile.isAcceptable(path: file.path) else { throw Errno.invalid }
            var directory = draft
            for part in file.path.split(separator: "/").dropLast() {
                directory += "/" + part
                if made.insert(directory).inserted { try HostWriting.makeDirectory(directory, mode: 0o700) }
            }
            try Self.write(file, to: draft + "/" + file.path)
        }
    }

    private static func write(_ file: BoxFile, to path: String) throws {
        let target = try HostWriting.makeFile(path, mode: file.isExecutable ? 0o700 : 0o600)
        var offset = 0
        while offset < file.content.byteCount {
            let piece = try file.content.read(from: offset, upTo: 1 << 18)
            guard !piece.isEmpty else { throw ByteSourceFailure("\(file.path) is shorter than it says") }
            try target.write(piece)
            offset += piece.count
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
