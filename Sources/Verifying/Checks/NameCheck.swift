internal import Linux

/// Looks at the names of all that is in a package, and at its symbolic links.
struct NameCheck {
    let folder: PackageFolder
    /// What the package is called.
    let shortName: String

    func findings() -> [Finding] {
        var findings: [Finding] = []
        if !shortName.utf8.allSatisfy({ isLowerLetter($0) || isDigit($0) }) || shortName.isEmpty {
            findings.append(
                Finding(
                    .error,
                    .shortName,
                    "",
                    "the package is called \"\(shortName)\", and its name may have small letters and digits only",
                    mend: "rename the directory"
                )
            )
        }
        for item in folder.items() {
            if !NameCheck.isGood(item.name) {
                findings.append(
                    Finding(
                        .error,
                        .fileName,
                        item.path,
                        "the name may have letters, digits and any of _ - . + only, and begins with a letter, a digit or _",
                        mend: "rename it"
                    )
                )
            }
            if let target = item.target { findings += link(item.path, to: target) }
        }
        return findings
    }

    private func link(_ path: String, to target: String) -> [Finding] {
        func finding(_ message: String, _ mend: String) -> [Finding] {
            [Finding(.error, .link, path, message, mend: mend)]
        }
        guard let resolved = HostDirectory.resolve(folder.hostPath(path)) else {
            return finding("this symbolic link leads to \(target), where nothing is", "mend or remove it")
        }
        if target.hasPrefix("/") {
            return finding("this symbolic link is an absolute path", "write one relative to its directory")
        }
        if resolved != folder.root, !resolved.hasPrefix(folder.root + "/") {
            return finding("this symbolic link leaves the package", "put a copy in its place")
        }
        return []
    }

    /// Whether the format allows the name of a file or directory.
    static func isGood(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetterOrDigit(first) || first == UInt8(ascii: "_") else { return false }
        return name.utf8.count <= 255 && name.utf8.allSatisfy { isLetterOrDigit($0) || "_-.+".utf8.contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLowerLetter(byte) || isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}

/// Whether it is an ASCII letter from a to z.
func isLowerLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

/// Whether it is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
