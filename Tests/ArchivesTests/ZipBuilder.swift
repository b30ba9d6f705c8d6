import CZlib

/// Makes zip files, right ones and such as no packer makes.
struct ZipBuilder {
    /// An entry, with everything that could be wrong with it.
    struct Entry {
        var name: [UInt8]
        var content: [UInt8] = []
        /// Permissions and kind, as Unix has them.
        var mode = 0o100644
        var isDeflated = false
        var flags = 0
        var method: Int?
        /// What the directory says instead of the truth.
        var byteCount: Int?
        var packedCount: Int?
        var checksum: Int?
        var headerOffset: Int?
        var localName: [UInt8]?
        var system = 3
        var isLarge = false

        init(_ name: String, _ content: String = "") {
            self.name = Array(name.utf8)
            self.content = Array(content.utf8)
        }

        /// The same with changes.
        func with(_ change: (inout Entry) -> Void) -> Entry {
            var copy = self
            change(&copy)
            return copy
        }

        static func link(_ name: String, to target: String) -> Entry {
            Entry(name, target).with { $0.mode = 0o120777 }
        }
    }

    var entries: [Entry]
    var comment: [UInt8] = []
    var disk = 0
    var entryCount: Int?
    var directorySize: Int?
    var directoryOffset: Int?

    init(_ entries: [Entry]) { self.entries = entries }

    init(_ files: [String: String]) {
        self.init(files.sorted { $0.key < $1.key }.map { Entry($0.key, $0.value) })
    }

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let packed = entry.isDeflated ? Self.deflated(entry.content) : entry.content
            let method = entry.method ?? (entry.isDeflated ? 8 : 0)
            let checksum = entry.checksum ?? Int(crc32(0, entry.content, UInt32(entry.content.count)))
            let (size, packedSize) = (entry.byteCount ?? entry.content.count, entry.packedCount ?? packed.count)
            let offset = entry.headerOffset ?? file.count
            let local = entry.localName ?? entry.name
            file += two(0x4B50, 0x0403, 20, entry.flags, method, 0, 0) + four(checksum, packedSize, size)
            file += two(local.count, 0) + local + packed
            let extra = entry.isLarge ? two(1, 24) + eight(size, packedSize, offset) : []
            let none = 0xFFFF_FFFF
            directory += two(0x4B50, 0x0201, entry.system << 8 | 20, 20, entry.flags, method, 0, 0) + four(checksum)
            directory += entry.isLarge ? four(none, none) : four(packedSize, size)
            directory += two(entry.name.count, extra.count, 0, 0, 0) + four(entry.mode << 16)
            directory += four(entry.isLarge ? none : offset) + entry.name + extra
        }
        let start = file.count
        file += directory
        file += two(0x4B50, 0x0605, disk, disk, entryCount ?? entries.count, entryCount ?? entries.count)
        file += four(directorySize ?? directory.count, directoryOffset ?? start) + two(comment.count) + comment
        return file
    }

    /// The bytes as raw deflate.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var count = compressBound(UInt(bytes.count))
        let packed = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, used in
            used = compress2(buffer.baseAddress, &count, bytes, UInt(bytes.count), 9) == Z_OK ? Int(count) : 0
        }
        // Without zlib's own two bytes before and four behind.
        return Array(packed.dropFirst(2).dropLast(4))
    }

    private func two(_ numbers: Int...) -> [UInt8] { numbers.flatMap { [UInt8($0 & 255), UInt8($0 >> 8 & 255)] } }

    private func four(_ numbers: Int...) -> [UInt8] { numbers.flatMap { two($0 & 0xFFFF, $0 >> 16) } }

    private func eight(_ numbers: Int...) -> [UInt8] { numbers.flatMap { four($0 & 0xFFFF_FFFF, $0 >> 32) } }
}
