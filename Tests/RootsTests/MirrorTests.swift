import Testing

@testable import Roots

@Suite struct MirrorTests {
    private static let stanzas = """
        # a comment
        Types: deb deb-src
        URIs: http://deb.debian.org/debian
        Suites: bookworm bookworm-updates
        Components: main contrib
        Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

        Types: deb
        URIs:
         http://a.example/debian-security
         http://b.example/debian-security
        Suites: bookworm-security
        Components: main
        Signed-By:
         -----BEGIN PGP PUBLIC KEY BLOCK-----
         .
         -----END PGP PUBLIC KEY BLOCK-----

        Types: deb
        Enabled: no
        URIs: http://off.example/debian
        Suites: bookworm
        Components: main
        """

    @Test func `reads paragraphs`() {
        let found = AptSources.stanzas(Self.stanzas)
        #expect(
            found.map(\.address) == [
                "http://deb.debian.org/debian", "http://deb.debian.org/debian", "http://a.example/debian-security",
                "http://b.example/debian-security",
            ]
        )
        #expect(found.map(\.suite) == ["bookworm", "bookworm-updates", "bookworm-security", "bookworm-security"])
        #expect(found.first?.components == ["main", "contrib"])
    }

    @Test(arguments: [
        (
            "deb http://x/debian trixie main contrib",
            AptSource(address: "http://x/debian", suite: "trixie", components: ["main", "contrib"])
        ),
        (
            "  deb\t[ arch=amd64 signed-by=/k.gpg ] http://x/d sid main # y",
            AptSource(address: "http://x/d", suite: "sid", components: ["main"])
        ),
        ("deb [trusted=yes] http://x/d sid main", AptSource(address: "http://x/d", suite: "sid", components: ["main"])),
        ("deb http://x/d ./", AptSource(address: "http://x/d", suite: "./", components: [])),
        ("deb-src http://x/debian trixie main", nil), ("# deb http://x/debian trixie main", nil), ("", nil),
        ("deb [arch=amd64 http://x/d sid main", nil), ("deb http://x", nil),
    ])
    func `reads lines`(line: String, source: AptSource?) {
        #expect(AptSources.lines(line) == (source.map { [$0] } ?? []))
    }

    @Test func `takes what the host's apt uses, and nothing of third parties`() throws {
        let others = AptSources.lines(
            """
            deb https://packages.example.com/apt cloud-sdk-bookworm main
            deb https://deb.example.com/node_20.x nodistro main
            deb cdrom:[Debian]/ bookworm main
            deb file:/srv/debian bookworm main
            """
        )
        let mirrors = try Mirrors(archive: nil, security: nil, sources: others + AptSources.stanzas(Self.stanzas))
        #expect(mirrors.archive == "http://deb.debian.org/debian")
        #expect(mirrors.security == "http://a.example/debian-security")
        let given = try Mirrors(archive: "https://m.example/d", security: nil, sources: others)
        #expect(given.archive == "https://m.example/d")
        #expect(given.security == nil)
        #expect(given.needsCertificates && !mirrors.needsCertificates)
        let error = #expect(throws: RootError.self) { try Mirrors(archive: nil, security: nil, sources: others) }
        #expect(error?.description.hasPrefix("/etc/apt names no mirror of Debian; give one, as in --mirror ") == true)
    }

    @Test(arguments: [
        "ftp://x/debian", "deb.debian.org", "http://x y", "http://x\nh", "http://x\" \"", "", "http://[::1]/",
    ])
    func `an address that could be more than one is refused`(address: String) {
        #expect(throws: RootError.self) { try Mirrors(archive: address, security: nil, sources: []) }
        #expect(throws: RootError.self) { try Mirrors(archive: "http://x", security: address, sources: []) }
    }

    @Test func `keeps the settings that hold in a root, too`() {
        let settings = AptSettings(
            dump: """
                APT "";
                Acquire::http::Proxy "http://proxy:3128";
                Acquire::https::Proxy "DIRECT";
                Acquire::http::Proxy-Auto-Detect "/usr/bin/auto-apt-proxy";
                Acquire::https::CaInfo "/etc/x.pem";
                Acquire::https::Verify-Peer "true";
                Acquire::Check-Valid-Until "false";
                Acquire::Languages:: "none";
                DPkg::Post-Invoke:: "rm -f /var/cache/apt/archives/*.deb || true";
                """
        )
        #expect(
            settings.lines == [
                "Acquire::http::Proxy \"http://proxy:3128\";", "Acquire::https::Proxy \"DIRECT\";",
                "Acquire::https::Verify-Peer \"true\";", "Acquire::Check-Valid-Until \"false\";",
            ]
        )
        #expect(settings.proxyVariables(environment: [:]) == ["http_proxy=http://proxy:3128"])
        let environment = ["HTTPS_PROXY": "http://s", "http_proxy": "http://own", "NO_PROXY": "x", "SECRET": "y"]
        #expect(
            settings.proxyVariables(environment: environment)
                == ["http_proxy=http://own", "https_proxy=http://s", "no_proxy=x"]
        )
    }
}
