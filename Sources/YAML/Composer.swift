/// Builds the tree of a document from libyaml's steps, within the bounds of `YAML`.
struct Composer: ~Copyable {
    /// A finished part of the tree, with what it costs to repeat it.
    private struct Part {
        let node: YAMLNode
        /// How many nodes it has.
        var count = 1
        /// How deep it is nested in itself.
        var height = 0
    }

    private var events: EventStream
    private let file: String
    private var anchors: [String: Part] = [:]
    private var count = 0

    init(_ text: SourceText) {
        events = EventStream(text)
        file = text.file
    }

    /// The one document of the stream.
    mutating func document() throws(YAMLError) -> YAMLNode? {
        var root: YAMLNode?
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamEnd: return root
            case .documentStart:
                if root != nil { throw error(event, "a second document; put one document in a file") }
                root = try part(try events.next(), depth: 0).node
            default: continue
            }
        }
    }

    private mutating func part(_ event: Event, depth: Int) throws(YAMLError) -> Part {
        guard depth <= YAML.maximumDepth else {
            throw error(event, "nested more than \(YAML.maximumDepth) deep")
        }
        switch event.kind {
        case .scalar(let text, let isPlain, let anchor):
            try add(1, event)
            return finish(.scalar(text, isPlain: isPlain), of: event, parts: [], anchor: anchor)
        case .sequenceStart(let anchor):
            try add(1, event)
            let parts = try elements(depth: depth + 1)
            return finish(.sequence(parts.map(\.node)), of: event, parts: parts, anchor: anchor)
        case .mappingStart(let anchor):
            try add(1, event)
            return try mapping(event, depth: depth + 1, anchor: anchor)
        case .alias(let name):
            guard let part = anchors[name] else { throw error(event, "nothing before this is called &\(name)") }
            guard depth + part.height <= YAML.maximumDepth else {
                throw error(event, "nested more than \(YAML.maximumDepth) deep by *\(name)")
            }
            try add(part.count, event)
            return part
        default:
            throw error(event, "a value was expected here")
        }
    }

    private mutating func elements(depth: Int) throws(YAMLError) -> [Part] {
        var parts: [Part] = []
        while true {
            let event = try events.next()
            if case .sequenceEnd = event.kind { return parts }
            parts.append(try part(event, depth: depth))
        }
    }

    private mutating func mapping(_ start: Event, depth: Int, anchor: String?) throws(YAMLError) -> Part {
        var pairs: [(key: YAMLNode, value: YAMLNode)] = []
        var parts: [Part] = []
        var lines: [String: Int] = [:]
        while true {
            let event = try events.next()
            if case .mappingEnd = event.kind { break }
            let key = try part(event, depth: depth)
            guard case .scalar(let text, let isPlain) = key.node.value else {
                throw error(event, "a key must be a plain word or a text")
            }
            if text == "<<" && isPlain { throw error(event, "merge keys (<<) are not read; write the keys out") }
            if let line = lines.updateValue(event.line, forKey: text) {
                throw error(event, "the key \"\(text)\" is here twice; it is already on line \(line)")
            }
            let value = try part(try events.next(), depth: depth)
            pairs.append((key.node, value.node))
            parts += [key, value]
        }
        return finish(.mapping(pairs), of: start, parts: parts, anchor: anchor)
    }

    private mutating func finish(_ value: YAMLNode.Value, of event: Event, parts: [Part], anchor: String?) -> Part {
        var part = Part(node: YAMLNode(value, line: event.line, column: event.column))
        for inner in parts {
            part.count += inner.count
            part.height = max(part.height, inner.height + 1)
        }
        if let anchor { anchors[anchor] = part }
        return part
    }

    private mutating func add(_ nodes: Int, _ event: Event) throws(YAMLError) {
        count += nodes
        guard count <= YAML.maximumNodes else {
            throw error(event, "more than \(YAML.maximumNodes) values, those that aliases repeat counted")
        }
    }

    private func error(_ event: Event, _ message: String) -> YAMLError {
        YAMLError(file: file, line: event.line, column: event.column, message: message)
    }
}
