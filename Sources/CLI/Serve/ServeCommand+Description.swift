extension ServeCommand {
    /// How `assay serve` is called.
    static let description = CommandDescription(
        name: "serve",
        summary: "the HTTP API in front of a queue, until told to stop",
        options: [
            QueueDatabase.option,
            .init("listen", "ADDR:PORT", "where it is reached, or unix:/PATH (127.0.0.1:8080)"),
            .init("worker", "N", "judge in this process as well, with N boxes at once (0: it does not)"),
            .init("languages", "L,…", "what its worker offers, as in python3,cpp* (all that work here)"),
            .init("insecure-no-keys", "everybody may do everything without a key; on loopback alone"),
            .init("no-auth", "the same"),
            .init("allow-origin", "O,…", "pages of these origins may call, as in https://a.org (none)"),
            .init("streams", "N", "streams of events at once, half of them for one key (2048)"),
            .init(
                "per-address",
                "N",
                "connections of one address at once; more for a proxy's (half of --streams)"
            ),
            .init("drain", "S", "how long it may finish what it has when it is told to stop (30)"),
            .init("log", "FORMAT", "what is said on standard error: text or json (text)"),
        ] + ServeAccess.options,
        notes: [
            "One line on standard output says where it is reached. It speaks plain HTTP: on other than loopback a reverse "
                + "proxy in front of it should speak TLS.",
            "SIGTERM or Ctrl-C: it takes nothing more, ends the streams, whose readers come back for the rest, and finishes "
                + "what it has; the second one: its worker hands back everything at once; the third one ends it.",
            "Exit codes: 0 when it was told to stop; 2 for an address that nobody can have; 3 when it cannot start, or its "
                + "worker has taken itself out of service.",
        ],
        examples: [
            ("assay serve --worker 2 --insecure-no-keys", "everything on this machine, to try it"),
            ("assay serve --database postgresql://db/assay --listen 0.0.0.0:8080", "in front of a fleet of workers"),
        ]
    )
}

extension Subcommand {
    static let serve = Subcommand(description: ServeCommand.description, action: .atOnce(ServeCommand.run))
}
