import Glibc
import Testing
import Webhooks

struct AddressRuleTests {
    /// The bytes of an address, by the system's own reading of it.
    static func bytes(_ text: String) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: text.contains(":") ? 16 : 4)
        let isRead = inet_pton(text.contains(":") ? AF_INET6 : AF_INET, text, &bytes) == 1
        return isRead ? bytes : []
    }

    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1",
        "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250",
        "240.0.0.1", "255.255.255.255", "::", "::1", "::2", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "::ffff:169.254.169.254", "::ffff:0.0.0.0", "64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1",
        "2001::1", "2001:db8::1", "2001:1ff:ffff::1", "2002:7f00:1::", "2002:a00:1::1", "2002:c0a8:101::", "3fff::1",
        "5f00::1", "fc00::1", "fd12:3456::1", "fdff:ffff::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1",
    ])
    func `what is not public is refused, in every form`(text: String) throws {
        #expect(AddressRule().refusal(of: Self.bytes(text)) != nil)
        #expect(AddressRule.everything.refusal(of: Self.bytes(text)) == nil)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.1", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255",
        "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
        "2001:200::1", "2001:4860:4860::8888", "2002:808:808::1", "2606:4700::1111", "2a00:1450::1", "fbff::1",
    ])
    func `what is public is allowed`(text: String) throws {
        #expect(AddressRule().refusal(of: Self.bytes(text)) == nil)
    }

    @Test func `what is allowed by name is allowed, in either form, and nothing beside it`() {
        let rule = AddressRule(allowed: [.init(bytes: [10, 1, 0, 0], prefix: 16)])
        #expect(rule.refusal(of: Self.bytes("10.1.255.255")) == nil)
        #expect(rule.refusal(of: Self.bytes("::ffff:10.1.2.3")) == nil)
        #expect(rule.refusal(of: Self.bytes("10.2.0.0")) != nil && rule.refusal(of: Self.bytes("10.0.255.255")) != nil)
        #expect(rule.refusal(of: Self.bytes("127.0.0.1")) == "a loopback address")
    }

    @Test func `what is no address is refused, even where everything is allowed`() {
        for bytes in [[], [1], [UInt8](repeating: 1, count: 15), [UInt8](repeating: 1, count: 17)] {
            #expect(AddressRule.everything.refusal(of: bytes) != nil)
        }
    }
}
