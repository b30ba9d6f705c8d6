/// The project that these tests belong to.
enum Project {
    /// Its directory: three up from this file's own.
    static let root: String = {
        var path = Substring(#filePath)
        for _ in 0..<4 { path = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
        return String(path)
    }()
}
