extension RootsCommand {
    /// How `assay roots` is called.
    static let description = CommandDescription(
        name: "roots",
        summary: "show, build, copy and remove the file systems of other Debian releases that languages can run in",
        operands: "[ACTION …]",
        operandCount: 0...3,
        options: [
            .init("mirror", "URL", "build: the mirror to take packages from (the one that apt uses here)"),
            .init("security", "URL", "build: the mirror of security updates (the one that apt uses here)"),
            .init("group", "G,…", "build: only these groups of packages (all)"),
            .init("packages", "P,…", "build: these packages, too"),
            .init("digest", "SHA256", "import: what the file must be (what FILE.sha256 says)"),
            .init("old", "remove: all versions of NAME but the current one"),
            .init("json", "one line of JSON on standard output"),
        ],
        notes: [
            "ACTION is build NAME, export NAME[@VERSION] FILE, import FILE, or remove NAME[@VERSION]; without one the roots "
                + "are shown.",
            "Roots are kept in $ASSAY_ROOTS, or /var/lib/assay/roots. What is built or imported becomes the current version "
                + "at once; older ones stay until they are removed, and cannot be while they are used.",
            "A FILE ends in .tar.zst or .squashfs; export writes its digest into FILE.sha256.",
        ],
        examples: [
            ("assay roots build trixie", "Debian 13 with everything that profiles use, in a few minutes"),
            ("assay roots build trixie --group core,go", "a small one"),
            ("assay roots export trixie trixie.tar.zst", "pack it for other hosts"),
            ("assay roots import trixie.tar.zst", "unpack it there"),
            ("assay roots remove trixie --old", "make room"),
        ]
    )
}
