/// Reads a decimal number byte by byte, of any length, in bounded memory.
///
/// The grammar is the format's: `sign? (digits* "." digits+ | digits+ "." | digits+) ([eE] sign? digits+)?`. It has no
/// hexadecimal numbers, infinities or thousands separators, which C's own functions would take.
struct FloatToken {
    private enum State {
        case start, sign, whole, pointFirst, point, fraction, exponentMark, exponentSign, exponent, refused
    }

    /// A `Double` half-way between two others needs up to 767 digits to be told from its neighbours.
    private static let maximumDigits = 770
    /// Beyond this every exponent gives zero or infinity.
    private static let maximumExponent = 1 << 40

    private var state = State.start
    private var isNegative = false
    /// The digits from the first that is not 0 on.
    private var digits: [UInt8] = []
    /// Whether a digit that is not 0 was left out of `digits`.
    private var hasMore = false
    /// The power of ten that `digits`, read as a whole number, are multiplied by, without the written exponent.
    private var scale = 0
    private var exponent = 0
    private var isExponentNegative = false

    /// Whether no further byte can make it a number.
    var isRefused: Bool { state == .refused }

    /// Starts anew.
    mutating func reset() {
        guard state != .start else { return }
        digits.removeAll(keepingCapacity: true)
        (state, isNegative, hasMore, scale, exponent, isExponentNegative) = (.start, false, false, 0, 0, false)
    }

    /// Takes the next byte.
    mutating func feed(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): feed(digit: byte)
        case UInt8(ascii: "."):
            switch state {
            case .start, .sign: state = .pointFirst
            case .whole: state = .point
            default: state = .refused
            }
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            let isMinus = byte == UInt8(ascii: "-")
            switch state {
            case .start: (state, isNegative) = (.sign, isMinus)
            case .exponentMark: (state, isExponentNegative) = (.exponentSign, isMinus)
            default: state = .refused
            }
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            switch state {
            case .whole, .point, .fraction: state = .exponentMark
            default: state = .refused
            }
        default: state = .refused
        }
    }

    private mutating func feed(digit: UInt8) {
        switch state {
        case .start, .sign, .whole:
            state = .whole
            if !keep(digit) { scale += 1 }
        case .pointFirst, .point, .fraction:
            state = .fraction
            if keep(digit) { scale -= 1 }
        case .exponentMark, .exponentSign, .exponent:
            state = .exponent
            exponent = min(exponent * 10 + Int(digit - UInt8(ascii: "0")), FloatToken.maximumExponent)
        case .refused: break
        }
    }

    /// Whether the digit has a place: kept, or a zero before all others, which moves the point all the same.
    private mutating func keep(_ digit: UInt8) -> Bool {
        let isZero = digit == UInt8(ascii: "0")
        if digits.isEmpty && isZero { return true }
        guard digits.count < FloatToken.maximumDigits else {
            if !isZero { hasMore = true }
            return false
        }
        digits.append(digit)
        return true
    }

    /// The number; nil when what was read is none, and infinite where it is too large for a `Double`.
    var value: Double? {
        switch state {
        case .whole, .point, .fraction, .exponent: break
        default: return nil
        }
        guard !digits.isEmpty else { return isNegative ? -0.0 : 0.0 }
        var power = scale + (isExponentNegative ? -exponent : exponent)
        var text = digits
        if hasMore {
            text.append(UInt8(ascii: "1"))
            power -= 1
        }
        power = max(-99_999, min(99_999, power))
        let magnitude = Double("\(String(decoding: text, as: UTF8.self))e\(power)") ?? (power > 0 ? .infinity : 0)
        return isNegative ? -magnitude : magnitude
    }
}

extension Double {
    /// The number that the bytes are by the format's grammar, as in an output or in `score.txt`; infinite where it is too
    /// large.
    ///
    /// - Returns: nil where they are no number, among them hexadecimal ones, `inf` and `nan`.
    public init?(token bytes: some Sequence<UInt8>) {
        var token = FloatToken()
        for byte in bytes { token.feed(byte) }
        guard let value = token.value else { return nil }
        self = value
    }
}
