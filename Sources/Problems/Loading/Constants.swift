/// The constants of a package, which stand for texts in its sources as `{{name}}` or `{{name.variant}}`.
struct Constants: Sendable {
    var texts: [String: String] = [:]
}
