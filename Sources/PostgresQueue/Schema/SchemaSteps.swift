/// The steps that make the schema what it is; a step that was released is never changed.
///
/// Their number may differ from other engines': each knows its own.
enum SchemaSteps {
    /// The names behind an `@` are put into the queue's schema.
    static let all = [first, access, webhooks, operations, quick, origin]

    private static let first = """
        CREATE SEQUENCE @job_numbers;
        CREATE TABLE @label_sets (
            id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            labels text NOT NULL UNIQUE
        );

        -- Times are milliseconds since 1970 of the queue's clock.
        CREATE TABLE @jobs (
            number bigint PRIMARY KEY DEFAULT nextval('@job_numbers'),
            id text NOT NULL CONSTRAINT jobs_id UNIQUE,
            tenant text NOT NULL,
            priority int NOT NULL,
            idempotency_key text,
            body_digest text NOT NULL,
            label_set int NOT NULL,
            problem text NOT NULL,
            request text NOT NULL,
            not_before bigint,
            rejudges text,
            state text NOT NULL,
            -- Whether a worker could have it now; a queued job that is not ready waits for due_at.
            ready boolean NOT NULL,
            due_at bigint NOT NULL,
            turn bigint,
            created_at bigint NOT NULL,
            started_at bigint,
            ended_at bigint,
            worker text,
            token text,
            expires_at bigint,
            cancel boolean NOT NULL DEFAULT false,
            attempt int NOT NULL DEFAULT 0,
            -- Attempts up to this one were before the job was retried.
            attempts_before int NOT NULL DEFAULT 0,
            last_event bigint NOT NULL,
            -- By which a record that comes twice is known.
            last_record text,
            verdict text,
            score double precision,
            report bytea,
            death_reason text
        ) WITH (
            fillfactor = 85,
            autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 2000,
            autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05
        );
        CREATE UNIQUE INDEX jobs_idempotency ON @jobs (tenant, idempotency_key) WHERE idempotency_key IS NOT NULL;
        CREATE INDEX jobs_tenant ON @jobs (tenant, number);
        -- The next job for a worker: the first entry of each set of labels that it has.
        CREATE INDEX jobs_ready ON @jobs (label_set, priority DESC, turn, number) INCLUDE (due_at) WHERE ready;
        -- The last turn of a tenant.
        CREATE INDEX jobs_turns ON @jobs (tenant, priority, turn) WHERE turn IS NOT NULL;
        CREATE INDEX jobs_due ON @jobs (due_at) WHERE state = 'queued' AND NOT ready;
        CREATE INDEX jobs_expiring ON @jobs (expires_at) WHERE state = 'running';
        CREATE INDEX jobs_running ON @jobs (worker) WHERE state = 'running';
        CREATE INDEX jobs_open ON @jobs (tenant) WHERE ended_at IS NULL;
        CREATE INDEX jobs_ended ON @jobs (ended_at, number) INCLUDE (state) WHERE ended_at IS NOT NULL;
        CREATE INDEX jobs_dead ON @jobs (number) WHERE state = 'dead';

        -- The highest turn of a priority that was given out.
        CREATE TABLE @rounds (priority int PRIMARY KEY, turn bigint NOT NULL) WITH (fillfactor = 10);
        INSERT INTO @rounds SELECT priority, 0 FROM generate_series(-100, 100) AS priority;

        CREATE TABLE @attempts (
            job bigint NOT NULL,
            number int NOT NULL,
            worker text NOT NULL,
            worker_name text NOT NULL,
            started_at bigint NOT NULL,
            ended_at bigint NOT NULL,
            ending text NOT NULL,
            reason text NOT NULL,
            token text NOT NULL,
            PRIMARY KEY (job, number)
        );
        CREATE INDEX attempts_lost ON @attempts (worker) WHERE ending = 'lost';

        -- Numbers are made of the transaction's: see EventNumber.
        CREATE TABLE @events (
            number bigint CONSTRAINT events_pkey PRIMARY KEY,
            job bigint NOT NULL,
            kind text NOT NULL,
            at bigint NOT NULL,
            attempt int NOT NULL,
            detail bytea NOT NULL
        );
        CREATE INDEX events_job ON @events (job, number);

        CREATE TABLE @workers (
            id text PRIMARY KEY,
            name text NOT NULL,
            host text NOT NULL,
            process bigint NOT NULL,
            slots int NOT NULL,
            labels text NOT NULL,
            state text NOT NULL,
            detail text NOT NULL,
            started_at bigint NOT NULL,
            heard_at bigint NOT NULL,
            -- Whether something outside of its jobs has ended it.
            excused boolean NOT NULL DEFAULT false
        );

        CREATE TABLE @contents (
            digest text PRIMARY KEY,
            byte_count bigint NOT NULL,
            chunk_count int NOT NULL,
            -- Content that is not complete is not there.
            complete boolean NOT NULL,
            used_at bigint NOT NULL
        );
        CREATE INDEX contents_used ON @contents (used_at);
        CREATE TABLE @chunks (digest text, number int, bytes bytea NOT NULL, PRIMARY KEY (digest, number));
        -- They are compressed already.
        ALTER TABLE @chunks ALTER bytes SET STORAGE EXTERNAL;
        CREATE TABLE @job_contents (job bigint, content text, PRIMARY KEY (job, content));
        CREATE INDEX job_contents_content ON @job_contents (content);
        CREATE TABLE @packages (name text PRIMARY KEY, content text NOT NULL, pushed_at bigint NOT NULL);
        CREATE INDEX packages_content ON @packages (content);
        """
}
