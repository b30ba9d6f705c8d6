/// A file's path, taken apart.
package struct FileName: Hashable, Sendable {
    /// The path as given.
    package let path: String

    /// The path `path`.
    package init(_ path: String) { self.path = path }

    /// What follows the last `/`.
    package var last: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// What precedes the last `/`, with it; empty where there is none.
    package var directory: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

    private var dot: String.Index? {
        let last = last
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return nil }
        return dot
    }

    /// The last name's part after its last dot; empty where there is none.
    package var fileExtension: String {
        let last = last
        return dot.map { String(last[last.index(after: $0)...]) } ?? ""
    }

    /// The last name without its extension.
    package var stem: String {
        let last = last
        return dot.map { String(last[..<$0]) } ?? last
    }
}
