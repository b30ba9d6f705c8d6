extension WorkerCommand {
    /// How `assay worker` is called.
    static let description = CommandDescription(
        name: "worker",
        summary: "judge the jobs of a queue until told to stop",
        options: [
            QueueDatabase.option,
            .init("slots", "N", "how many boxes may run at once (as many as processors)"),
            SlotOptions.pin,
            .init("languages", "L,…", "offer these only, as in python3,cpp* (all that work here)"),
            .init("labels", "L,…", "more that jobs can ask for, as in class:large"),
            .init("name", "NAME", "what it is called (the machine's name and a number)"),
            .init("drain", "S", "how long it may finish what it has when it is told to stop (30)"),
            .init("cache", "MIB", "how much room packages may take on disk beyond those in use (4096)"),
            .init("log", "FORMAT", "what is said on standard error: text or json (text)"),
        ],
        notes: [
            "One line on standard output says that it takes jobs. It refuses to start where assay doctor finds something "
                + "missing. Languages that were not tried here before are tried beside its jobs, and offered as they pass.",
            "SIGTERM or Ctrl-C: it takes nothing more, and finishes what it has or hands it back in time; the second one: "
                + "it hands back everything at once; the third one ends it. SIGHUP: it looks for languages anew.",
            "Exit codes: 0 when it was told to stop; 3 when it cannot start, the queue fails, or it has taken itself "
                + "out of service after the same failure of its own again and again.",
        ],
        examples: [
            ("assay worker", "on the queue in this user's state directory"),
            ("assay worker --slots 4 --languages 'python3,cpp*' --log json", "for a service manager"),
        ]
    )
}
