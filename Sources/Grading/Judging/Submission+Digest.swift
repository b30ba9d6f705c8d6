public import Core
internal import Digest

extension Submission {
    /// SHA-256 of the names, sizes and bytes of `files`, in lower-case hexadecimal: that of a report's `submission`.
    public static func digest(of files: [SourceFile]) -> String {
        var digest = SHA256()
        for file in files {
            digest.update(field: file.name)
            digest.update(field: String(file.content.count))
            digest.update(file.content)
        }
        return digest.finish()
    }
}
