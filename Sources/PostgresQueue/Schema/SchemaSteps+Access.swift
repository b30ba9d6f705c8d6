extension SchemaSteps {
    static let access = """
        CREATE TABLE @api_keys (
            id text PRIMARY KEY,
            digest text NOT NULL,
            name text NOT NULL,
            tenant text NOT NULL,
            scopes text NOT NULL,
            created_at bigint NOT NULL,
            expires_at bigint,
            revoked_at bigint,
            last_used_at bigint
        );
        CREATE TABLE @buckets (
            subject text PRIMARY KEY,
            tokens double precision NOT NULL,
            at bigint NOT NULL,
            full_at bigint NOT NULL
        ) WITH (fillfactor = 50);
        CREATE TABLE @audit (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            at bigint NOT NULL,
            actor text NOT NULL,
            tenant text NOT NULL,
            action text NOT NULL,
            object text NOT NULL,
            address text NOT NULL,
            outcome text NOT NULL,
            -- By which entries that come twice are known.
            batch text NOT NULL,
            place int NOT NULL
        );
        CREATE INDEX audit_tenant ON @audit (tenant, number);
        CREATE INDEX audit_at ON @audit (at);
        CREATE UNIQUE INDEX audit_batch ON @audit (batch, place);
        """

    // 244 bits of the system's own generator.
    static let origin = """
        CREATE TABLE @origin (secret text NOT NULL);
        INSERT INTO @origin VALUES (gen_random_uuid()::text || gen_random_uuid()::text);
        """

    // A trigger writes the messages, so that no way for a job to end can forget to. `tried` counts since a message was
    // made, or sent again by somebody.
    // `host` of a circuit is the endpoint's id: at first all endpoints of a host shared one.
    static let webhooks = """
        ALTER TABLE @jobs ADD COLUMN api_key text;
        ALTER TABLE @jobs ADD COLUMN webhook text;
        CREATE INDEX jobs_webhook ON @jobs (webhook) WHERE webhook IS NOT NULL AND ended_at IS NULL;
        CREATE TABLE @endpoints (
            id text PRIMARY KEY,
            tenant text NOT NULL,
            api_key text,
            url text NOT NULL,
            host text NOT NULL,
            secret text NOT NULL,
            style text NOT NULL,
            kinds text NOT NULL,
            standing boolean NOT NULL,
            created_at bigint NOT NULL,
            disabled text
        );
        CREATE INDEX endpoints_tenant ON @endpoints (tenant) WHERE standing AND disabled IS NULL;
        CREATE INDEX endpoints_single ON @endpoints (created_at) WHERE NOT standing;
        CREATE TABLE @deliveries (
            number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id text NOT NULL UNIQUE,
            endpoint text NOT NULL REFERENCES @endpoints (id) ON DELETE CASCADE,
            host text NOT NULL,
            tenant text NOT NULL,
            job text NOT NULL,
            kind text NOT NULL,
            at bigint NOT NULL,
            problem text NOT NULL,
            language text NOT NULL,
            verdict text,
            score double precision,
            reason text,
            state text NOT NULL DEFAULT 'waiting',
            attempts int NOT NULL DEFAULT 0,
            tried int NOT NULL DEFAULT 0,
            due_at bigint NOT NULL,
            token text,
            status int,
            error text NOT NULL DEFAULT ''
        ) WITH (fillfactor = 85);
        CREATE INDEX deliveries_due ON @deliveries (due_at) WHERE state = 'waiting';
        CREATE INDEX deliveries_ended ON @deliveries (due_at) WHERE state <> 'waiting';
        CREATE INDEX deliveries_dead ON @deliveries (number) WHERE state = 'dead';
        CREATE INDEX deliveries_tenant ON @deliveries (tenant, number);
        CREATE INDEX deliveries_endpoint ON @deliveries (endpoint, number);
        CREATE INDEX deliveries_job ON @deliveries (job);
        CREATE TABLE @delivery_attempts (
            delivery bigint NOT NULL REFERENCES @deliveries (number) ON DELETE CASCADE,
            number int NOT NULL,
            at bigint NOT NULL,
            milliseconds bigint NOT NULL,
            status int,
            error text NOT NULL,
            token text NOT NULL,
            PRIMARY KEY (delivery, number)
        );
        CREATE TABLE @circuits (host text PRIMARY KEY, failures int NOT NULL, open_until bigint);
        CREATE FUNCTION @tell_of_job() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE told text := CASE NEW.state WHEN 'done' THEN 'finished' ELSE NEW.state END;
        BEGIN
            INSERT INTO @deliveries (
                id, endpoint, host, tenant, job, kind, at, problem, language, verdict, score, reason, due_at
            )
            SELECT 'msg_' || left(replace(gen_random_uuid()::text, '-', ''), 24), e.id, e.host, e.tenant, NEW.id, told,
                NEW.ended_at, NEW.problem, coalesce(NEW.request::json ->> 'language', ''), NEW.verdict, NEW.score,
                NEW.death_reason, NEW.ended_at
            FROM (
                SELECT id, host, tenant, kinds FROM @endpoints
                WHERE standing AND disabled IS NULL AND tenant = NEW.tenant
                    AND (api_key IS NULL OR api_key = NEW.api_key)
                UNION
                SELECT id, host, tenant, kinds FROM @endpoints WHERE id = NEW.webhook AND disabled IS NULL
            ) e
            WHERE told = ANY (string_to_array(e.kinds, ','));
            RETURN NULL;
        END $$;
        CREATE TRIGGER jobs_told AFTER UPDATE OF state ON @jobs FOR EACH ROW
            WHEN (NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL) EXECUTE FUNCTION @tell_of_job();
        """
}
