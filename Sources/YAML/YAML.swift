/// Reading YAML with libyaml: one document, with bounds on everything that a hostile file could make large.
public enum YAML {
    /// The most bytes that a file may have.
    public static let maximumBytes = 4 << 20
    /// How deep sequences and mappings may be nested.
    public static let maximumDepth = 64
    /// The most values that a document may have, those that aliases repeat counted each time.
    public static let maximumNodes = 100_000

    /// Parses the one document in `bytes`; nil when there is none, as in an empty file.
    ///
    /// Aliases are replaced by what they stand for. Duplicate keys, keys that are not scalars, merge keys, tags of an
    /// application and further documents are errors: whoever reads the tree can rely on seeing all that was written.
    /// `file` is what errors call the file.
    ///
    /// - Throws: `YAMLError` with the place of the mistake.
    public static func parse(_ bytes: [UInt8], file: String) throws(YAMLError) -> YAMLNode? {
        // Some editors begin a file with a byte order mark, which would move its first line by a column.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = SourceText(bytes: bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes, file: file)
        try text.check()
        var composer = Composer(text)
        return try composer.document()
    }
}
