internal import Queueing

/// How the database came to be what it is, step by step; a step that was released is never changed.
enum Schema {
    /// By which a file is known to be a queue: "asay".
    static let applicationID = 0x6173_6179

    static let steps: [String] = [jobs, attemptsAndEvents, contents, workers, access, webhooks, lists, origin]

    /// Brings the database to the last step, or to step `last`.
    static func migrate(_ connection: Connection, upTo last: Int = steps.count) throws(QueueError) {
        // In one snapshot: between two looks another process may have made all of it.
        let before = try connection.snapshot { () throws(QueueError) in try version(of: connection) }
        if before == last { return }
        try connection.transaction { () throws(QueueError) in
            // Another process may have been faster.
            let found = try version(of: connection)
            for step in try MigrationPlan.steps(database: connection.path, found: found, known: last) {
                try connection.execute(steps[step])
                try connection.execute("PRAGMA user_version = \(step + 1)")
            }
            try connection.execute("PRAGMA application_id = \(applicationID)")
        }
    }

    private static func version(of connection: Connection) throws(QueueError) -> Int {
        let version = try connection.first("PRAGMA user_version") { row in row.integer(0) } ?? 0
        let application = try connection.first("PRAGMA application_id") { row in row.integer(0) } ?? 0
        let tables = try connection.first("SELECT count(*) FROM sqlite_schema") { row in row.integer(0) } ?? 0
        guard application == applicationID || (application == 0 && version == 0 && tables == 0) else {
            throw .denied(database: connection.path, detail: "this is another program's database; name another file")
        }
        return version
    }

    // `tally` counts jobs by tenant and state; its tenant 0 is all of them. Triggers keep it, so that no statement can
    // forget to.
    //
    // Jobs that could be given out now are `ready`, and only these are in `job_ready`: taking the first of them costs the
    // same however many there are, and however many others wait for their time.
    private static let jobs = """
        CREATE TABLE tenant (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE label_set (id INTEGER PRIMARY KEY, labels TEXT NOT NULL UNIQUE);
        CREATE TABLE round (priority INTEGER PRIMARY KEY, turn INTEGER NOT NULL);
        CREATE TABLE tally (
            tenant INTEGER NOT NULL, state INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (tenant, state)
        ) WITHOUT ROWID;
        CREATE TABLE job (
            number INTEGER PRIMARY KEY,
            id INTEGER NOT NULL UNIQUE,
            tenant INTEGER NOT NULL REFERENCES tenant (id),
            labels INTEGER NOT NULL REFERENCES label_set (id),
            priority INTEGER NOT NULL,
            state INTEGER NOT NULL,
            ready INTEGER NOT NULL,
            turn INTEGER,
            not_before INTEGER,
            ready_at INTEGER,
            created_at INTEGER NOT NULL,
            started_at INTEGER,
            ended_at INTEGER,
            key TEXT,
            body TEXT,
            problem TEXT NOT NULL,
            request TEXT NOT NULL,
            rejudges INTEGER,
            asked_not_before INTEGER,
            worker TEXT,
            worker_name TEXT,
            token TEXT,
            expires_at INTEGER,
            attempt INTEGER NOT NULL DEFAULT 0,
            forgiven INTEGER NOT NULL DEFAULT 0,
            cancelling INTEGER NOT NULL DEFAULT 0,
            verdict TEXT,
            death TEXT
        );
        CREATE INDEX job_ready ON job (labels, priority DESC, turn, number) WHERE state = 0 AND ready = 1;
        CREATE INDEX job_line ON job (tenant, priority, turn);
        CREATE INDEX job_delayed ON job (not_before) WHERE state = 0 AND ready = 0;
        CREATE INDEX job_running ON job (expires_at) WHERE state = 1;
        CREATE INDEX job_ended ON job (ended_at) WHERE state >= 2;
        CREATE INDEX job_aside ON job (state, number) WHERE state >= 3;
        CREATE UNIQUE INDEX job_key ON job (tenant, key) WHERE key IS NOT NULL;
        CREATE TRIGGER job_came AFTER INSERT ON job BEGIN
            INSERT INTO tally VALUES (new.tenant, new.state, 1), (0, new.state, 1)
                ON CONFLICT DO UPDATE SET count = count + 1;
        END;
        CREATE TRIGGER job_moved AFTER UPDATE OF state ON job WHEN new.state <> old.state BEGIN
            UPDATE tally SET count = count - 1 WHERE tenant IN (0, old.tenant) AND state = old.state;
            INSERT INTO tally VALUES (new.tenant, new.state, 1), (0, new.state, 1)
                ON CONFLICT DO UPDATE SET count = count + 1;
        END;
        CREATE TRIGGER job_went AFTER DELETE ON job BEGIN
            UPDATE tally SET count = count - 1 WHERE tenant IN (0, old.tenant) AND state = old.state;
        END;
        """

    // AUTOINCREMENT: a number is never used again, even after the last events were removed.
    private static let attemptsAndEvents = """
        CREATE TABLE attempt (
            job INTEGER NOT NULL REFERENCES job (number) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            worker TEXT NOT NULL,
            worker_name TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER NOT NULL,
            ending TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (job, number)
        ) WITHOUT ROWID;
        CREATE INDEX attempt_lost ON attempt (worker) WHERE ending = 'lost';
        CREATE TABLE event (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            job INTEGER NOT NULL REFERENCES job (number) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            detail BLOB NOT NULL
        );
        CREATE INDEX event_job ON event (job, number);
        CREATE TABLE result (
            job INTEGER PRIMARY KEY REFERENCES job (number) ON DELETE CASCADE,
            verdict TEXT NOT NULL,
            score REAL,
            report BLOB NOT NULL
        );
        """

    // Chunks are in a table with rowids: large rows in an index tree would make it slow.
    private static let contents = """
        CREATE TABLE content (
            id INTEGER PRIMARY KEY,
            digest TEXT NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            chunks INTEGER NOT NULL,
            stored INTEGER NOT NULL,
            whole INTEGER NOT NULL,
            used_at INTEGER NOT NULL
        );
        CREATE TABLE chunk (
            content INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (content, number)
        );
        CREATE TABLE need (
            content INTEGER NOT NULL REFERENCES content (id),
            job INTEGER NOT NULL,
            PRIMARY KEY (content, job)
        ) WITHOUT ROWID;
        CREATE TABLE package (
            name TEXT PRIMARY KEY,
            content INTEGER NOT NULL REFERENCES content (id),
            pushed_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX package_content ON package (content);
        CREATE TABLE total (name TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO total VALUES ('content', 0);
        CREATE TRIGGER chunk_came AFTER INSERT ON chunk BEGIN
            UPDATE total SET bytes = bytes + length(new.bytes) WHERE name = 'content';
            UPDATE content SET stored = stored + length(new.bytes) WHERE id = new.content;
        END;
        CREATE TRIGGER chunk_changed AFTER UPDATE OF bytes ON chunk BEGIN
            UPDATE total SET bytes = bytes + length(new.bytes) - length(old.bytes) WHERE name = 'content';
            UPDATE content SET stored = stored + length(new.bytes) - length(old.bytes) WHERE id = new.content;
        END;
        CREATE TRIGGER content_went BEFORE DELETE ON content BEGIN
            UPDATE total SET bytes = bytes - old.stored WHERE name = 'content';
        END;
        """

    private static let workers = """
        CREATE TABLE worker (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            host TEXT NOT NULL,
            process INTEGER NOT NULL,
            slots INTEGER NOT NULL,
            labels TEXT NOT NULL,
            state TEXT NOT NULL,
            detail TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            heard_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        """

    // A list goes from the newest job to the oldest: an index of what is asked for has the numbers in their order.
    private static let lists = """
        CREATE INDEX job_tenant ON job (tenant);
        CREATE INDEX job_problem ON job (problem);
        CREATE INDEX job_state ON job (state) WHERE state >= 2;
        DROP INDEX job_aside;
        """
}
