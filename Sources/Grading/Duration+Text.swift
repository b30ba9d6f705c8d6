internal import Core

extension Duration {
    /// The duration in seconds as messages show it, as in `60 s` or `1.5 s`.
    var text: String {
        inMicroseconds.isMultiple(of: 1_000_000) ? "\(inMicroseconds / 1_000_000) s" : "\(inSeconds) s"
    }
}
