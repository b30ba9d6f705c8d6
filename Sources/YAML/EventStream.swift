internal import CYAML

/// libyaml's parser with the bytes it reads: the one place that touches C memory.
struct EventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    // libyaml keeps a pointer to its input, so the input must stay where it is: an allocation of our own.
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let text: SourceText
    private let isReady: Bool

    init(_ text: SourceText) {
        self.text = text
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        isReady = yaml_parser_initialize(parser) == 1
        input = .allocate(capacity: text.bytes.count)
        _ = input.initialize(from: text.bytes)
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        if isReady { yaml_parser_delete(parser) }
        parser.deallocate()
        input.deallocate()
    }

    /// The next step.
    mutating func next() throws(YAMLError) -> Event {
        guard isReady else {
            throw YAMLError(file: text.file, line: 1, column: 1, message: "there is no memory for reading it")
        }
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line) + 1
        let column = Int(event.start_mark.column) + 1
        do {
            return Event(kind: try kind(of: event), line: line, column: column)
        } catch {
            throw YAMLError(file: text.file, line: line, column: column, message: error.message)
        }
    }

    private struct Refusal: Error { let message: String }

    private func kind(of event: yaml_event_t) throws(Refusal) -> Event.Kind {
        switch event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT:
            return .alias(string(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let tag = try tag(scalar.tag)
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            let isPlain = tag.map { $0 != "str" } ?? (scalar.style == YAML_PLAIN_SCALAR_STYLE)
            return .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain, anchor: string(scalar.anchor))
        case YAML_SEQUENCE_START_EVENT:
            _ = try tag(event.data.sequence_start.tag)
            return .sequenceStart(anchor: string(event.data.sequence_start.anchor))
        case YAML_MAPPING_START_EVENT:
            _ = try tag(event.data.mapping_start.tag)
            return .mappingStart(anchor: string(event.data.mapping_start.anchor))
        default: return .streamEnd
        }
    }

    /// The last part of a tag of YAML's own; nil where none is written.
    private func tag(_ pointer: UnsafePointer<UInt8>?) throws(Refusal) -> String? {
        guard let tag = string(pointer) else { return nil }
        if tag == "!" { return "str" }
        let core = "tag:yaml.org,2002:"
        guard tag.hasPrefix(core) else { throw Refusal(message: "the tag \(tag) means nothing here; leave it out") }
        return String(tag.dropFirst(core.count))
    }

    private func string(_ pointer: UnsafePointer<UInt8>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    /// What libyaml complains about, and where.
    private func failure() -> YAMLError {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "out of memory"
        if state.error == YAML_READER_ERROR {
            return text.error(atByte: Int(state.problem_offset), problem)
        }
        let line = Int(state.problem_mark.line)
        let column = Int(state.problem_mark.column)
        var message = problem
        if let context = state.context { message += " " + String(cString: context) }
        if text.byte(line: line, column: column) == UInt8(ascii: "\t") { message += "; indent with spaces, not tabs" }
        return YAMLError(file: text.file, line: line + 1, column: column + 1, message: message)
    }
}
