public import Core
import Linux

/// The small programs by which languages show what they do here: the directory `Sandboxes/conformance`.
///
/// A set is a directory in it; in a set, `<row>.<extension>` is a program of one file, `<row>/` one of several, and
/// `<row>.none` the reason why the language cannot have that row.
public struct ConformancePrograms: Sendable {
    /// What there is for a row.
    public enum Entry: Sendable {
        /// A program, and the file or class to start where there are several.
        case program(files: [BoxFile], entry: String?)
        /// The row does not apply, for this reason.
        case notApplicable(String)
        /// Nobody has written anything; the path is what to write.
        case missing(path: String)
    }

    private static let largest = ByteCount.mebibytes(1)
    private let directory: String

    /// The programs in `directory`.
    public init(directory: String) { self.directory = directory }

    /// What there is for `row` of the language of `profile`.
    ///
    /// - Throws: `ProfileError` when something is there that cannot be read, or is twice there.
    public func entry(for row: ConformanceRow, of profile: LanguageProfile) throws(ProfileError) -> Entry {
        if let reason = profile.conformance.notApplicable[row] { return .notApplicable(reason) }
        for set in profile.conformance.sets {
            if let entry = try entry(for: row, in: directory + "/" + set, of: profile) { return entry }
        }
        // The last is the one that is shared by most.
        let set = profile.conformance.sets.last ?? profile.id.rawValue
        let suffix = profile.extensions.first ?? ""
        return .missing(
            path: row == .files ? "conformance/\(set)/files/" : "conformance/\(set)/\(row.rawValue).\(suffix)"
        )
    }

    private func entry(
        for row: ConformanceRow,
        in set: String,
        of profile: LanguageProfile
    ) throws(ProfileError) -> Entry? {
        guard HostDirectory.kind(of: set) == .directory else { return nil }
        let usable = try list(set).filter { entry in
            if entry.name == row.rawValue { return entry.kind == .directory }
            guard entry.kind == .file, entry.name.hasPrefix(row.rawValue + ".") else { return false }
            return entry.name == row.rawValue + ".none"
                || profile.extensions.contains(FileName(entry.name).fileExtension)
        }.map(\.name)
        guard let name = usable.first else { return nil }
        guard usable.count == 1 else {
            let message = "the row \(row.rawValue) is there as \(usable.joined(separator: " and ")); keep one of them"
            throw ProfileError(file: set, line: nil, message: message)
        }
        let path = set + "/" + name
        if name == row.rawValue { return try several(row, in: path, of: profile) }
        let content = try read(path)
        if name == row.rawValue + ".none" {
            let reason = String(decoding: content, as: UTF8.self).split(whereSeparator: \.isNewline).first
            guard let reason else { throw ProfileError(file: path, line: 1, message: "say why, in one line") }
            return .notApplicable(String(reason))
        }
        return .program(files: [BoxFile(path: name, content: MemoryBytes(content))], entry: nil)
    }

    private func several(
        _ row: ConformanceRow,
        in path: String,
        of profile: LanguageProfile
    ) throws(ProfileError) -> Entry {
        var files: [BoxFile] = []
        for name in try list(path).filter({ $0.kind == .file }).map(\.name).sorted() {
            files.append(BoxFile(path: name, content: MemoryBytes(try read(path + "/" + name))))
        }
        guard files.count > 1 else {
            guard row != .files, files.count == 1 else {
                let message = "must have several files in it, one of them called start"
                throw ProfileError(file: path, line: nil, message: message)
            }
            return .program(files: files, entry: nil)
        }
        let start = files.map(\.path).first { FileName($0).stem.lowercased() == "start" && profile.isSource($0) }
        guard let start else {
            throw ProfileError(file: path, line: nil, message: "has no source called start; that is the one to start")
        }
        return .program(files: files, entry: profile.entryRule.startsClass ? FileName(start).stem : start)
    }

    private func list(_ path: String) throws(ProfileError) -> [HostDirectory.Entry] {
        do {
            return try HostDirectory.entries(of: path)
        } catch {
            throw ProfileError(file: path, line: nil, message: "cannot be listed: \(error)")
        }
    }

    private func read(_ path: String) throws(ProfileError) -> [UInt8] {
        do {
            return try HostFile.read(path, limit: Self.largest)
        } catch {
            throw ProfileError(file: path, line: nil, message: "cannot be read: \(error)")
        }
    }
}
