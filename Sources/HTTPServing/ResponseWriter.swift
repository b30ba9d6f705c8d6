internal import CMicrohttpd

/// Hands an answer to the library.
struct ResponseWriter {
    let core: ServerCore
    let connection: Connection
    /// Whether nobody wants the body.
    let isHead: Bool
    /// What the request is called.
    let id: String

    /// How much of a stream is asked for at a time.
    private static let block = 4096

    func queue(_ response: Response) -> Bool {
        guard let made = made(response.body) else { return false }
        defer { http_release(made) }
        for field in core.commonFields where !response.fields.contains(where: { $0.name == field.name }) {
            guard add(field, to: made) else { return false }
        }
        for field in response.fields {
            guard add(field, to: made) else { return false }
        }
        guard add(.init(name: "x-request-id", value: id), to: made) else { return false }
        if response.closes || core.isDraining {
            guard http_add_header(made, "Connection", "close") != 0 else { return false }
        }
        core.count(response.status)
        return http_queue(connection.handle.raw, UInt32(response.status), made) != 0
    }

    /// Sends an answer without a stream past the library, which takes none while a body is coming, or none at all.
    func send(_ response: Response) {
        guard case .bytes(let bytes) = response.body else { return }
        var head = "HTTP/1.1 \(response.status) \(Self.reason(response.status))\r\n"
        for field in core.commonFields where !response.fields.contains(where: { $0.name == field.name }) {
            head += "\(field.name): \(field.value)\r\n"
        }
        for field in response.fields { head += "\(field.name): \(field.value)\r\n" }
        head += "x-request-id: \(id)\r\nContent-Length: \(bytes.count)\r\nConnection: close\r\n\r\n"
        core.count(response.status)
        connection.answer(Array(head.utf8) + bytes)
    }

    private static func reason(_ status: Int) -> String {
        switch status {
        case 400: "Bad Request"
        case 413: "Content Too Large"
        case 503: "Service Unavailable"
        default: "Refused"
        }
    }

    private func add(_ field: Request.Field, to response: OpaquePointer) -> Bool {
        http_add_header(response, field.name, field.value) != 0
    }

    private func made(_ body: Response.Body) -> OpaquePointer? {
        switch body {
        case .bytes(let bytes): return bytes.withUnsafeBytes { http_response($0.baseAddress, $0.count) }
        case .stream(let stream):
            // The length of a stream is nobody's to know; to HEAD it is over at once.
            if isHead { stream.finish() }
            stream.attach(connection)
            core.table.add(stream)
            if core.hasGivenUp { stream.finish() }
            let held = Held(stream: stream, table: core.table)
            let context = Unmanaged.passRetained(held).toOpaque()
            let made = http_stream(
                Self.block,
                { context, _, room, count in
                    guard let context, let room else { return http_broken_stream() }
                    return Unmanaged<Held>.fromOpaque(context).takeUnretainedValue().stream
                        .read(into: UnsafeMutableRawBufferPointer(start: room, count: count))
                },
                context,
                { context in
                    guard let context else { return }
                    let held = Unmanaged<Held>.fromOpaque(context).takeRetainedValue()
                    held.table.remove(held.stream)
                    held.stream.close()
                }
            )
            if made == nil { Unmanaged<Held>.fromOpaque(context).release() }
            return made
        }
    }

    private final class Held: Sendable {
        let stream: EventStream
        let table: ConnectionTable

        init(stream: EventStream, table: ConnectionTable) {
            self.stream = stream
            self.table = table
        }
    }
}
