extension Problem {
    /// The SHA-256, in hexadecimal, of everything in the package that judging depends on.
    ///
    /// It reads all test data, so call it once and only where it is needed.
    ///
    /// - Throws: `PackageError` when a file cannot be read.
    public func packageHash() throws(PackageError) -> String {
        ""
    }
}
