extension Schema {
    static let access = """
        CREATE TABLE api_key (
            id TEXT PRIMARY KEY,
            digest TEXT NOT NULL,
            name TEXT NOT NULL,
            tenant TEXT NOT NULL,
            scopes TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER,
            revoked_at INTEGER,
            last_used_at INTEGER
        ) WITHOUT ROWID;
        CREATE TABLE bucket (
            subject TEXT PRIMARY KEY,
            tokens REAL NOT NULL,
            at INTEGER NOT NULL,
            full_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX bucket_full ON bucket (full_at);
        CREATE TABLE audit (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            tenant TEXT NOT NULL,
            action TEXT NOT NULL,
            object TEXT NOT NULL,
            address TEXT NOT NULL,
            outcome TEXT NOT NULL
        );
        CREATE INDEX audit_tenant ON audit (tenant, number);
        CREATE INDEX audit_at ON audit (at);
        """

    // 256 bits of SQLite's generator, which the system's own has seeded.
    static let origin = """
        CREATE TABLE origin (secret TEXT NOT NULL);
        INSERT INTO origin VALUES (lower(hex(randomblob(32))));
        """

    // A trigger writes the messages, so that no way for a job to end can forget to. `state` of a delivery is 0 waiting,
    // 1 delivered, 2 dead; `tried` counts since it was made or sent again by somebody.
    // `host` of a circuit is the endpoint's id: at first all endpoints of a host shared one.
    static let webhooks = """
        ALTER TABLE job ADD COLUMN api_key TEXT;
        ALTER TABLE job ADD COLUMN webhook TEXT;
        CREATE TABLE endpoint (
            id TEXT PRIMARY KEY,
            tenant TEXT NOT NULL,
            api_key TEXT,
            url TEXT NOT NULL,
            host TEXT NOT NULL,
            secret TEXT NOT NULL,
            style TEXT NOT NULL,
            kinds TEXT NOT NULL,
            standing INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            disabled TEXT
        ) WITHOUT ROWID;
        CREATE INDEX endpoint_tenant ON endpoint (tenant) WHERE standing = 1 AND disabled IS NULL;
        CREATE INDEX endpoint_single ON endpoint (created_at) WHERE standing = 0;
        CREATE TABLE delivery (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            endpoint TEXT NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
            host TEXT NOT NULL,
            tenant TEXT NOT NULL,
            job INTEGER NOT NULL,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            problem TEXT NOT NULL,
            language TEXT NOT NULL,
            verdict TEXT,
            score REAL,
            reason TEXT,
            state INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0,
            tried INTEGER NOT NULL DEFAULT 0,
            due_at INTEGER NOT NULL,
            token TEXT,
            status INTEGER,
            error TEXT NOT NULL DEFAULT ''
        );
        CREATE INDEX delivery_due ON delivery (due_at) WHERE state = 0;
        CREATE INDEX delivery_ended ON delivery (due_at) WHERE state > 0;
        CREATE INDEX delivery_dead ON delivery (number) WHERE state = 2;
        CREATE INDEX delivery_tenant ON delivery (tenant, number);
        CREATE INDEX delivery_endpoint ON delivery (endpoint, number);
        CREATE INDEX delivery_job ON delivery (job);
        CREATE TABLE delivery_attempt (
            delivery INTEGER NOT NULL REFERENCES delivery (number) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            milliseconds INTEGER NOT NULL,
            status INTEGER,
            error TEXT NOT NULL,
            PRIMARY KEY (delivery, number)
        ) WITHOUT ROWID;
        CREATE INDEX job_webhook ON job (webhook) WHERE webhook IS NOT NULL AND state < 2;
        CREATE TABLE circuit (host TEXT PRIMARY KEY, failures INTEGER NOT NULL, open_until INTEGER) WITHOUT ROWID;
        CREATE TRIGGER job_told AFTER UPDATE OF state ON job WHEN new.state >= 2 AND old.state < 2 BEGIN
            INSERT INTO delivery (id, endpoint, host, tenant, job, kind, at, problem, language, verdict, score, reason, due_at)
            SELECT 'msg_' || lower(hex(randomblob(12))), e.id, e.host, e.tenant, new.id, k.kind, new.ended_at, new.problem,
                coalesce(json_extract(new.request, '$.language'), ''), new.verdict,
                (SELECT score FROM result WHERE job = new.number), new.death, new.ended_at
            FROM (SELECT CASE new.state WHEN 2 THEN 'finished' WHEN 3 THEN 'dead' ELSE 'cancelled' END AS kind) k
            JOIN (
                SELECT id, host, tenant, kinds FROM endpoint
                WHERE standing = 1 AND disabled IS NULL AND tenant = (SELECT name FROM tenant WHERE id = new.tenant)
                    AND (api_key IS NULL OR api_key = new.api_key)
                UNION
                SELECT id, host, tenant, kinds FROM endpoint WHERE id = new.webhook AND disabled IS NULL
            ) e ON instr(',' || e.kinds || ',', ',' || k.kind || ',') > 0;
        END;
        """
}
