/// The version of this program.
public enum Version {
    /// The number, as in `0.1.0`.
    public static let number = "0.1.0"
}
