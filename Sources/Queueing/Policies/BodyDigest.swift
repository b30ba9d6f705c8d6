internal import Digest

extension NewJob {
    /// By which the same body is known again under an idempotency key: all that is judged, and how it waits.
    ///
    /// Not the key itself, and not the tenant, of whom a key belongs to one; nor the API key, as a tenant may have several.
    public var bodyDigest: String {
        var digest = SHA256()
        digest.update(field: RequestText.encode(request))
        digest.update(field: String(priority))
        digest.update(field: labels.text)
        digest.update(field: notBefore.map { String($0.milliseconds) } ?? "")
        digest.update(field: rejudges?.rawValue ?? "")
        // Of jobs without one the digest is as it always was.
        if let webhook { digest.update(field: webhook) }
        return digest.finish()
    }

    /// What is wrong with the job, in one line; nil: nothing that the queue could tell.
    public var flaw: String? {
        if !(-100...100).contains(priority) { return "priority \(priority): from -100 to 100" }
        if !Self.isName(tenant, limit: 100) { return "tenant '\(tenant)': 1 to 100 characters, no control characters" }
        if let idempotencyKey, !Self.isName(idempotencyKey, limit: 255) {
            return "idempotency key: 1 to 255 characters, no control characters"
        }
        if labels.labels.count > 64 { return "\(labels.labels.count) labels; a job needs at most 64" }
        if let flaw = labels.flaw { return flaw }
        if request.files.count > 1000 { return "\(request.files.count) files; at most 1000" }
        if let content = request.contents.first(where: { !$0.isWellFormed }) {
            return "'\(content)' is no SHA-256 digest in lower-case hexadecimal"
        }
        let names = [request.problem.name, request.language, request.entry ?? ""] + request.files.map(\.name)
        if names.contains(where: { $0.utf8.contains(0) }) {
            return "a problem, a language, an entry or a file has a NUL in its name"
        }
        if request.run?.arguments.contains(where: { $0.utf8.contains(0) }) == true {
            return "an argument has a NUL in it"
        }
        let size = RequestText.encode(request).utf8.count
        if size > 1 << 20 { return "a request of \(size) bytes; at most \(1 << 20) without the files themselves" }
        return nil
    }

    private static func isName(_ text: String, limit: Int) -> Bool {
        !text.isEmpty && text.count <= limit && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    }
}
