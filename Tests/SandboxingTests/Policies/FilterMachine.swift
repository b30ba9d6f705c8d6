/// Runs a seccomp filter as the kernel does, for one system call; refuses what the kernel would refuse.
struct FilterMachine {
    /// What `struct seccomp_data` holds.
    struct Call {
        var number: UInt32
        var architecture: UInt32
        var arguments: [UInt64] = [0, 0, 0, 0, 0, 0]

        func word(at offset: UInt32) throws -> UInt32 {
            switch offset {
            case 0: return number
            case 4: return architecture
            case 16..<64 where offset % 4 == 0:
                let argument = arguments[Int(offset - 16) / 8]
                return UInt32(truncatingIfNeeded: offset % 8 == 0 ? argument : argument >> 32)
            default: throw Fault(reason: "there is no word at offset \(offset)")
            }
        }
    }

    /// What a filter answers.
    enum Action: Hashable {
        case allow
        case fail(CInt)
        /// The call is not made, and its result is 0.
        case pretend
        case notify
        case killProcess
    }

    /// The kernel would not take the filter.
    struct Fault: Error {
        let reason: String
    }

    let instructions: [UInt64]

    /// What the filter answers to `call`.
    func run(_ call: Call) throws -> Action {
        var accumulator: UInt32 = 0
        var position = 0
        while instructions.indices.contains(position) {
            let instruction = instructions[position]
            let operand = UInt32(truncatingIfNeeded: instruction >> 32)
            let yes = Int(instruction >> 16 & 0xff)
            let no = Int(instruction >> 24 & 0xff)
            position += 1
            switch instruction & 0xffff {
            case 0x20: accumulator = try call.word(at: operand)
            case 0x54: accumulator &= operand
            case 0x05: position += Int(operand)
            case 0x15: position += accumulator == operand ? yes : no
            case 0x35: position += accumulator >= operand ? yes : no
            case 0x45: position += accumulator & operand != 0 ? yes : no
            case 0x06: return try action(operand)
            default: throw Fault(reason: "instruction 0x\(String(instruction & 0xffff, radix: 16)) is unknown")
            }
        }
        throw Fault(reason: "the filter runs past its end")
    }

    private func action(_ value: UInt32) throws -> Action {
        switch value {
        case 0x7fff_0000: .allow
        case 0x7fc0_0000: .notify
        case 0x8000_0000: .killProcess
        case 0x0005_0000: .pretend
        case 0x0005_0001...0x0005_0085: .fail(CInt(value & 0xffff))
        default: throw Fault(reason: "action 0x\(String(value, radix: 16)) is unknown")
        }
    }
}
