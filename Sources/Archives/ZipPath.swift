internal import Core

/// What an entry of a zip file may be called.
enum ZipPath {
    /// The path that `name` is, nil for the root itself; and whether it says that it is a directory.
    ///
    /// - Throws: `ZipError` for a name that is no relative path downwards in UTF-8.
    static func checked(_ name: [UInt8], _ limits: ZipLimits) throws(ZipError) -> (path: String?, isDirectory: Bool) {
        let shown = shown(name)
        guard let text = String(validating: name, as: UTF8.self) else {
            throw ZipError(entry: shown, "the name is not UTF-8", mend: "rename it, or pack with a newer zip")
        }
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw ZipError(entry: shown, "the name has control characters", mend: "rename it")
        }
        guard name.first != UInt8(ascii: "/") else {
            throw ZipError(entry: shown, "the path is absolute", mend: "pack with relative paths")
        }
        // A slash beside a combining mark is another character to Swift, and a slash all the same to the kernel.
        guard name.count(where: { $0 == UInt8(ascii: "/") }) == text.count(where: { $0 == "/" }) else {
            throw ZipError(entry: shown, "the name has a combining mark beside a slash", mend: "rename it")
        }
        guard !name.contains(UInt8(ascii: "\\")) else {
            throw ZipError(entry: shown, "the name has a backslash", mend: "pack with / between directories")
        }
        guard name.count <= limits.nameBytes else {
            throw ZipError(entry: shown, "the name has more than \(limits.nameBytes) bytes", mend: "use shorter names")
        }
        var parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isDirectory = parts.last?.isEmpty ?? true
        if isDirectory { parts.removeLast() }
        while parts.first == "." { parts.removeFirst() }
        if parts.isEmpty {
            guard !text.isEmpty else { throw ZipError(entry: shown, "the name is empty", mend: "pack it anew") }
            return (nil, true)
        }
        for part in parts {
            guard part != ".." else {
                throw ZipError(entry: shown, "the path leads out of the zip file", mend: "pack without .. in paths")
            }
            guard !part.isEmpty, part != "." else {
                throw ZipError(entry: shown, "the path has an empty part", mend: "pack it anew")
            }
            guard part.utf8.count <= 255 else {
                throw ZipError(entry: shown, "a name in the path has more than 255 bytes", mend: "use shorter names")
            }
        }
        guard parts.count <= limits.depth else {
            throw ZipError(
                entry: shown,
                "directories are nested more than \(limits.depth) deep",
                mend: "put the files further up"
            )
        }
        return (parts.joined(separator: "/"), isDirectory)
    }

    /// The beginning of a name, with nothing that could disturb a terminal.
    static func shown(_ name: [UInt8]) -> String {
        var result = ""
        for scalar in String(decoding: name.prefix(80), as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0: result += scalar.escaped(asASCII: true)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result.isEmpty ? "\"\"" : name.count > 80 ? result + "..." : result
    }

    /// Whether the link at `path` leads to something at or below the root, as far as names can tell.
    static func staysInside(_ target: String, from path: String) -> Bool {
        guard !target.isEmpty, target.utf8.first != UInt8(ascii: "/"), !target.utf8.contains(0) else { return false }
        var depth = path.split(separator: "/").count - 1
        for part in target.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
            depth += part.elementsEqual("..".utf8) ? -1 : 1
            if depth < 0 { return false }
        }
        return true
    }
}
