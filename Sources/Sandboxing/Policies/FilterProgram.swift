/// A compiled seccomp filter: what `seccomp`(2) takes with `SECCOMP_SET_MODE_FILTER`.
package struct FilterProgram: Hashable, Sendable {
    /// The instructions, each a `struct sock_filter` of 8 bytes as a little-endian number.
    package let instructions: [UInt64]

    /// A program of these instructions.
    package init(instructions: [UInt64]) { self.instructions = instructions }
}
