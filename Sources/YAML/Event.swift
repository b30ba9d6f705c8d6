/// A step of libyaml's through a document.
struct Event {
    enum Kind {
        case streamStart, streamEnd, documentStart, documentEnd, sequenceEnd, mappingEnd
        case alias(String)
        case scalar(String, isPlain: Bool, anchor: String?)
        case sequenceStart(anchor: String?)
        case mappingStart(anchor: String?)
    }

    let kind: Kind
    /// From 1.
    let line: Int
    /// From 1.
    let column: Int
}
