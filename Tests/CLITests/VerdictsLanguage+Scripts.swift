extension VerdictsLanguage {
    /// What ends a Swift program that its library stops.
    #if arch(x86_64)
    private static let trap = "signal:ILL"
    #else
    private static let trap = "signal:TRAP"
    #endif

    static let python = VerdictsLanguage(
        id: "python3",
        ending: "py",
        accepted: "last_seen.py",
        wrong: "normalized.py",
        endless: "every_start.py",
        crashing: "exception.py",
        crash: "exit:1",
        hungry: "memory.py",
        broken: "unclosed.py",
        place: "File \"unclosed.py\", line 2",
        sleeping: "import time\ntime.sleep(600)",
        dying: ("import os\nos.abort()", "ABRT")
    )

    static let ruby = VerdictsLanguage(
        id: "ruby",
        ending: "rb",
        accepted: "last_seen.rb",
        wrong: "different_in_all.rb",
        endless: "endless.rb",
        crashing: "empty_line.rb",
        crash: "exit:1",
        hungry: "memory.rb",
        broken: "unclosed.rb",
        place: "unclosed.rb:2:",
        sleeping: "sleep",
        dying: ("Process.kill(:KILL, Process.pid)\nsleep", "KILL")
    )

    static let php = VerdictsLanguage(
        id: "php",
        ending: "php",
        accepted: "last_seen.php",
        wrong: "bytes.php",
        endless: "endless.php",
        crashing: "uncaught.php",
        crash: "exit:255",
        hungry: "memory.php",
        broken: "unclosed.php",
        place: "unclosed.php on line 3",
        sleeping: "<?php\nsleep(600);",
        dying: nil
    )

    static let perl = VerdictsLanguage(
        id: "perl",
        ending: "pl",
        accepted: "last_seen.pl",
        wrong: "case_folded.pl",
        endless: "endless.pl",
        crashing: "uncaught.pl",
        crash: "exit:255",
        hungry: "memory.pl",
        broken: "unclosed.pl",
        place: "unclosed.pl line 2",
        sleeping: "sleep;",
        dying: ("kill TERM => $$;\nsleep;", "TERM")
    )

    static let swift = VerdictsLanguage(
        id: "swift",
        ending: "swift",
        accepted: "last_seen.swift",
        wrong: "graphemes.swift",
        endless: "endless.swift",
        crashing: "no_element.swift",
        crash: trap,
        hungry: "memory.swift",
        broken: "other_type.swift",
        place: "other_type.swift:2:",
        sleeping: "import Glibc\nsleep(600)",
        dying: ("import Glibc\nabort()", "ABRT")
    )

    static let bash = VerdictsLanguage(
        id: "bash",
        ending: "sh",
        accepted: "last_seen.sh",
        wrong: "lines.sh",
        endless: "endless.sh",
        crashing: "gives_up.sh",
        crash: "exit:3",
        hungry: "memory.sh",
        broken: "unclosed.sh",
        place: "unclosed.sh: line 4:",
        sleeping: "sleep 600",
        dying: ("kill -SEGV $$", "SEGV")
    )
}
