// What is done for every job is a function on the server: one round trip, plans that are kept on the server's connection
// (behind a pooler, too), and nothing but the statements that this job needs.
//
// Their parameters are called so that no column has the same name.
extension SchemaSteps {
    static let operations = columns + enqueueing + leasing + recording + completing + telling

    /// The first number of the events of the transaction under way; as in `EventNumber`, which a released step is not to
    /// change with.
    private static let first = "event_base + (pg_current_xact_id()::text::bigint << 20)"

    // What is told of a job needs its language, and the text of its request is not to be taken apart for that: a text that
    // the server cannot represent would keep the job from ever ending. Jobs that were there have none.
    private static let columns = """
        ALTER TABLE @jobs ADD COLUMN language text;
        CREATE INDEX jobs_problem ON @jobs (problem, number);
        CREATE INDEX jobs_cancelled ON @jobs (number) WHERE state = 'cancelled';

        """

    // The outcome is `made`, `known` when there is a job under that key, or `near` when the sequence has gone beyond
    // `room`: then whoever asks has to count first (see `Depth`). Turns are `FairTurn`'s.
    private static let enqueueing = """
        CREATE FUNCTION @enqueue_job(
            its_id text, its_tenant text, its_priority int, its_key text, its_digest text, its_label_set int,
            its_problem text, its_language text, its_request text, its_not_before bigint, its_api_key text, its_webhook text,
            its_contents text[], now_at bigint, room bigint,
            OUT outcome text, OUT known_id text, OUT known_digest text
        ) LANGUAGE plpgsql AS $$
        DECLARE
            its_number bigint;
            its_event bigint;
            its_turn bigint;
            this_round bigint;
            last_turn bigint;
        BEGIN
            IF its_key IS NOT NULL THEN
                SELECT j.id, j.body_digest INTO known_id, known_digest FROM @jobs j
                WHERE j.tenant = its_tenant AND j.idempotency_key = its_key AND j.idempotency_key IS NOT NULL;
                IF FOUND THEN
                    outcome := 'known';
                    RETURN;
                END IF;
            END IF;
            IF (SELECT s.last_value > room FROM @job_numbers s) THEN
                outcome := 'near';
                RETURN;
            END IF;
            IF its_not_before IS NULL OR its_not_before <= now_at THEN
                SELECT r.turn INTO this_round FROM @rounds r WHERE r.priority = its_priority;
                SELECT j.turn INTO last_turn FROM @jobs j
                WHERE j.tenant = its_tenant AND j.priority = its_priority AND j.turn IS NOT NULL
                ORDER BY j.turn DESC LIMIT 1;
                its_turn := greatest(coalesce(this_round, 0), last_turn + 1);
            END IF;
            SELECT \(first) + 1 INTO its_event FROM @meta;
            INSERT INTO @jobs (
                id, tenant, priority, idempotency_key, body_digest, label_set, problem, language, request, not_before,
                api_key, webhook, turn, ready, state, due_at, created_at, last_event
            ) VALUES (
                its_id, its_tenant, its_priority, its_key, its_digest, its_label_set, its_problem, its_language,
                its_request, its_not_before, its_api_key, its_webhook, its_turn, its_turn IS NOT NULL, 'queued',
                greatest(its_not_before, now_at), now_at, its_event
            ) RETURNING number INTO its_number;
            INSERT INTO @events (number, job, kind, at, attempt, detail)
            VALUES (its_event, its_number, 'queued', now_at, 0, '');
            INSERT INTO @job_contents (job, content) SELECT its_number, c FROM unnest(its_contents) AS c;
            outcome := 'made';
        END $$;

        """

    // Gives jobs, or one row in which `look` says what is to be done first: `unknown` and `gone` are said of the worker;
    // `sets`, of sets of labels that the worker does not know of; `time`, of jobs whose time has come or whose lease has
    // run out. Limits that are parameters make a plan for any limit look dear, and the server would plan anew for every job:
    // that took longer than all the rest. Nor is it to read the whole table for a join with what it takes to be many.
    private static let leasing = """
        CREATE FUNCTION @raise_round(its_priority int, its_turn bigint) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            -- A round that somebody else is just raising is not waited for: the next lease raises it.
            PERFORM FROM @rounds r WHERE r.priority = its_priority AND r.turn < its_turn FOR UPDATE SKIP LOCKED;
            IF FOUND THEN UPDATE @rounds r SET turn = its_turn WHERE r.priority = its_priority; END IF;
        END $$;

        CREATE FUNCTION @lease_jobs(
            for_worker text, fitting int[], known_sets bigint, given_tokens text[], now_at bigint, until_at bigint,
            checks_time boolean
        ) RETURNS TABLE (
            id text, number bigint, tenant text, priority int, idempotency_key text, labels text, not_before bigint,
            rejudges text, request text, state text, created_at bigint, started_at bigint, ended_at bigint, worker text,
            cancel boolean, verdict text, death_reason text, api_key text, webhook text,
            token text, attempt int, expires_at bigint, look text
        ) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off AS $$
        #variable_conflict use_column
        DECLARE
            worker_state text;
            moment bigint;
            width bigint;
            taken record;
            place int := 0;
            first_event bigint;
            round_priority int;
            round_turn bigint;
        BEGIN
            SELECT w.state INTO worker_state FROM @workers w WHERE w.id = for_worker;
            IF worker_state IS NULL OR worker_state = 'gone' THEN
                look := coalesce(worker_state, 'unknown');
                RETURN NEXT;
                RETURN;
            END IF;
            IF (SELECT count(*) <> known_sets FROM @label_sets l) THEN
                look := 'sets';
                RETURN NEXT;
                RETURN;
            END IF;
            IF checks_time THEN
                SELECT j.due_at INTO moment FROM @jobs j WHERE j.state = 'queued' AND NOT j.ready
                ORDER BY j.due_at LIMIT 1;
                IF moment <= now_at THEN
                    look := 'time';
                    RETURN NEXT;
                    RETURN;
                END IF;
                SELECT j.expires_at INTO moment FROM @jobs j WHERE j.state = 'running' ORDER BY j.expires_at LIMIT 1;
                IF moment <= now_at THEN
                    look := 'time';
                    RETURN NEXT;
                    RETURN;
                END IF;
            END IF;
            -- Jobs that others are leasing at this moment are passed over; look further where all of them were.
            FOREACH width IN ARRAY ARRAY[cardinality(given_tokens) + 16, 4 * cardinality(given_tokens) + 128, 4096] LOOP
                FOR taken IN
                    WITH candidates AS MATERIALIZED (
                        SELECT c.number, c.priority, c.turn FROM unnest(fitting) AS s (id)
                        CROSS JOIN LATERAL (
                            SELECT r.number, r.priority, r.turn FROM @jobs r WHERE r.ready AND r.label_set = s.id
                            ORDER BY r.priority DESC, r.turn, r.number LIMIT width
                        ) AS c
                        ORDER BY c.priority DESC, c.turn, c.number LIMIT width
                    )
                    SELECT j.number, j.priority, j.turn FROM candidates c JOIN @jobs j ON j.number = c.number
                    WHERE j.ready
                    ORDER BY c.priority DESC, c.turn, c.number LIMIT cardinality(given_tokens)
                    FOR UPDATE OF j SKIP LOCKED
                LOOP
                    place := place + 1;
                    IF place = 1 THEN SELECT \(first) INTO first_event FROM @meta; END IF;
                    RETURN QUERY
                    UPDATE @jobs j SET state = 'running', ready = false, worker = for_worker, token = given_tokens[place],
                        started_at = now_at, expires_at = until_at, attempt = j.attempt + 1, cancel = false,
                        last_record = NULL, last_event = greatest(j.last_event + 1, first_event + place)
                    FROM @label_sets l WHERE j.number = taken.number AND l.id = j.label_set
                    RETURNING j.id, j.number, j.tenant, j.priority, j.idempotency_key, l.labels, j.not_before, j.rejudges,
                        j.request, j.state, j.created_at, j.started_at, j.ended_at, j.worker, j.cancel, j.verdict,
                        j.death_reason, j.api_key, j.webhook, j.token, j.attempt, j.expires_at, NULL::text;
                    INSERT INTO @events (number, job, kind, at, attempt, detail)
                    SELECT j.last_event, j.number, 'started', now_at, j.attempt, '' FROM @jobs j
                    WHERE j.number = taken.number;
                    IF round_priority <> taken.priority THEN PERFORM @raise_round(round_priority, round_turn); END IF;
                    round_priority := taken.priority;
                    round_turn := taken.turn;
                END LOOP;
                IF place > 0 THEN
                    PERFORM @raise_round(round_priority, round_turn);
                    RETURN;
                END IF;
                EXIT WHEN NOT EXISTS (
                    SELECT FROM unnest(fitting) AS s (id)
                    WHERE EXISTS (SELECT FROM @jobs r WHERE r.ready AND r.label_set = s.id)
                );
            END LOOP;
        END $$;

        """

    private static let recording = """
        CREATE FUNCTION @record_progress(
            its_id text, its_token text, its_record text, now_at bigint, its_kinds text[], its_details bytea[]
        ) RETURNS boolean LANGUAGE plpgsql AS $$
        DECLARE
            told int := cardinality(its_kinds);
            first_event bigint;
            held record;
        BEGIN
            SELECT \(first) INTO first_event FROM @meta;
            UPDATE @jobs j SET last_record = its_record, last_event = greatest(j.last_event, first_event) + told
            WHERE j.id = its_id AND j.token = its_token AND j.state = 'running'
            RETURNING j.number, j.attempt, j.last_event - told AS before INTO held;
            IF NOT FOUND THEN RETURN false; END IF;
            INSERT INTO @events (number, job, kind, at, attempt, detail)
            SELECT held.before + p.place, held.number, p.kind, now_at, held.attempt, p.detail
            FROM unnest(its_kinds, its_details) WITH ORDINALITY AS p (kind, detail, place);
            RETURN true;
        END $$;

        """

    // `before`: it was completed under this very lease, and only the answer got lost.
    private static let completing = """
        CREATE FUNCTION @complete_job(
            its_id text, its_token text, now_at bigint, its_verdict text, its_score double precision, its_report bytea,
            its_kinds text[], its_details bytea[]
        ) RETURNS text LANGUAGE plpgsql AS $$
        DECLARE
            told int := cardinality(its_kinds);
            first_event bigint;
            held record;
        BEGIN
            SELECT \(first) INTO first_event FROM @meta;
            UPDATE @jobs j SET state = 'done', ended_at = now_at, expires_at = NULL, cancel = false,
                verdict = its_verdict, score = its_score, report = its_report,
                last_event = greatest(j.last_event, first_event) + told
            WHERE j.id = its_id AND j.token = its_token AND j.state = 'running'
            RETURNING j.number, j.attempt, j.worker, j.started_at, j.last_event - told AS before INTO held;
            IF NOT FOUND THEN
                PERFORM FROM @jobs j WHERE j.id = its_id AND j.token = its_token AND j.state = 'done';
                RETURN CASE WHEN FOUND THEN 'before' ELSE 'lost' END;
            END IF;
            INSERT INTO @events (number, job, kind, at, attempt, detail)
            SELECT held.before + p.place, held.number, p.kind, now_at, held.attempt, p.detail
            FROM unnest(its_kinds, its_details) WITH ORDINALITY AS p (kind, detail, place);
            INSERT INTO @attempts (job, number, worker, worker_name, started_at, ended_at, ending, reason, token)
            VALUES (
                held.number, held.attempt, held.worker,
                coalesce((SELECT w.name FROM @workers w WHERE w.id = held.worker), held.worker),
                held.started_at, now_at, 'done', '', its_token
            );
            RETURN 'done';
        END $$;

        """

    // As it was, but for the look whether there is anybody to tell: most often there is not.
    private static let telling = """
        CREATE OR REPLACE FUNCTION @tell_of_job() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE told text;
        BEGIN
            IF NEW.webhook IS NULL THEN
                PERFORM FROM @endpoints e WHERE e.standing AND e.disabled IS NULL AND e.tenant = NEW.tenant;
                IF NOT FOUND THEN RETURN NULL; END IF;
            END IF;
            told := CASE NEW.state WHEN 'done' THEN 'finished' ELSE NEW.state END;
            INSERT INTO @deliveries (
                id, endpoint, host, tenant, job, kind, at, problem, language, verdict, score, reason, due_at
            )
            SELECT 'msg_' || left(replace(gen_random_uuid()::text, '-', ''), 24), e.id, e.host, e.tenant, NEW.id, told,
                NEW.ended_at, NEW.problem, coalesce(NEW.language, substring(NEW.request FROM '"language":"([^"\\\\]*)"'), ''), NEW.verdict, NEW.score,
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
        """
}
