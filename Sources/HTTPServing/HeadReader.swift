internal import CMicrohttpd

/// Reads the header fields of a request.
struct HeadReader {
    private(set) var fields: [Request.Field] = []
    /// Why they cannot be believed; nil: they can.
    private(set) var refusal: Refusal?

    private final class Collector {
        var fields: [Request.Field] = []
        var bytes = 0
        var isText = true
        var areNamed = true
    }

    init(_ connection: OpaquePointer, _ limits: ServerLimits) {
        let collector = Collector()
        http_headers(connection, Unmanaged.passUnretained(collector).toOpaque()) {
            context,
            name,
            nameLength,
            value,
            length in
            guard let context, let name, let value else { return }
            let collector = Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
            collector.bytes += nameLength + length + 4
            let lowered = UnsafeRawBufferPointer(start: name, count: nameLength).map {
                (65...90).contains($0) ? $0 + 32 : $0
            }
            // What is no name here may be one to a proxy (RFC 9112, section 5.1).
            if lowered.isEmpty || !lowered.allSatisfy(Self.isToken) { collector.areNamed = false }
            let content = UnsafeRawBufferPointer(start: value, count: length)
            guard let text = String(validating: content, as: UTF8.self),
                !content.contains(where: { $0 < 32 && $0 != 9 || $0 == 127 })
            else {
                collector.isText = false
                return
            }
            collector.fields.append(.init(name: String(decoding: lowered, as: UTF8.self), value: text))
        }
        fields = collector.fields
        if !collector.isText {
            refusal = .framing("a header field is not text")
        } else if !collector.areNamed {
            refusal = .framing("the name of a header field is none")
        } else if fields.count > limits.fields || collector.bytes > limits.fieldBytes {
            refusal = .fields
        } else {
            refusal = framing()
        }
    }

    /// A byte that names of header fields may have, in lower case (RFC 9110, section 5.6.2).
    private static func isToken(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || byte == 45 || (48...57).contains(byte) || "!#$%&'*+.^_`|~".utf8.contains(byte)
    }

    /// What is wrong with how the length of the body is told: two ways of telling are how requests are smuggled past a
    /// proxy (RFC 9112, section 6.3).
    private func framing() -> Refusal? {
        let lengths = fields.filter { $0.name == "content-length" }
        let codings = fields.filter { $0.name == "transfer-encoding" }
        if lengths.count > 1 { return .framing("Content-Length is there more than once") }
        if let length = lengths.first?.value {
            guard !length.isEmpty, length.utf8.allSatisfy({ (48...57).contains($0) }), Int(length) != nil else {
                return .framing("Content-Length is no number")
            }
            if !codings.isEmpty { return .framing("both Content-Length and Transfer-Encoding are there") }
        }
        if codings.count > 1 { return .framing("Transfer-Encoding is there more than once") }
        if let coding = codings.first?.value, coding.lowercased() != "chunked" {
            return .framing("Transfer-Encoding is not chunked")
        }
        if fields.count(where: { $0.name == "host" }) > 1 { return .framing("Host is there more than once") }
        return nil
    }
}
