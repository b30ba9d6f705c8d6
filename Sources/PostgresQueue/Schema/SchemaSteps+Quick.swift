// Leases whose giving is not waited for until it is on disk, and fewer statements for each job.
//
// A server that crashes may forget what it gave out within its last moments. Their jobs then wait again, and who has such a
// lease tells the server of it (see `PostgresQueue.restore`). What must not happen is that numbers of forgotten events are
// given once more, for whoever has read up to them would miss the new ones: so numbers go on far above after a crash. That
// there was one is known by a table that the server empties then.
extension SchemaSteps {
    static let quick = numbering + quickEnqueueing + quickLeasing + quickRecording + quickCompleting

    // By 2^20 transactions: more than a server can begin while what it has told is not on disk.
    private static let numbering = """
        CREATE UNLOGGED TABLE @alive (since bigint NOT NULL);

        CREATE FUNCTION @go_on_after_crash() RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE
            base bigint;
        BEGIN
            -- One at a time.
            SELECT m.event_base INTO base FROM @meta m FOR UPDATE;
            IF EXISTS (SELECT FROM @alive a) THEN RETURN base; END IF;
            -- Whatever is done here has to be on disk before anybody sees it.
            PERFORM set_config('synchronous_commit', s.reset_val, true) FROM pg_settings s WHERE s.name = 'synchronous_commit';
            UPDATE @meta m SET event_base = m.event_base + (1::bigint << 40) RETURNING m.event_base INTO base;
            INSERT INTO @alive (since) VALUES ((extract(epoch FROM clock_timestamp()) * 1000)::bigint);
            RETURN base;
        END $$;

        -- The number before the first event of the transaction under way; there is room for a million.
        CREATE FUNCTION @first_event() RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE
            place bigint := pg_current_xact_id()::text::bigint << 20;
            base bigint;
        BEGIN
            SELECT m.event_base INTO base FROM @meta m WHERE EXISTS (SELECT FROM @alive a);
            IF base IS NULL THEN base := @go_on_after_crash(); END IF;
            RETURN base + place;
        END $$;

        """

    private static let quickEnqueueing = """
        CREATE OR REPLACE FUNCTION @enqueue_job(
            its_id text, its_tenant text, its_priority int, its_key text, its_digest text, its_label_set int,
            its_problem text, its_language text, its_request text, its_not_before bigint, its_api_key text, its_webhook text,
            its_contents text[], now_at bigint, room bigint,
            OUT outcome text, OUT known_id text, OUT known_digest text
        ) LANGUAGE plpgsql AS $$
        DECLARE
            its_number bigint;
            its_event bigint;
            its_turn bigint;
            is_near boolean;
        BEGIN
            IF its_key IS NOT NULL THEN
                SELECT j.id, j.body_digest INTO known_id, known_digest FROM @jobs j
                WHERE j.tenant = its_tenant AND j.idempotency_key = its_key AND j.idempotency_key IS NOT NULL;
                IF FOUND THEN
                    outcome := 'known';
                    RETURN;
                END IF;
            END IF;
            SELECT s.last_value > room,
                greatest(
                    coalesce((SELECT r.turn FROM @rounds r WHERE r.priority = its_priority), 0),
                    (
                        SELECT j.turn + 1 FROM @jobs j
                        WHERE j.tenant = its_tenant AND j.priority = its_priority AND j.turn IS NOT NULL
                        ORDER BY j.turn DESC LIMIT 1
                    )
                )
            INTO is_near, its_turn FROM @job_numbers s;
            IF is_near THEN
                outcome := 'near';
                RETURN;
            END IF;
            IF its_not_before > now_at THEN its_turn := NULL; END IF;
            its_event := @first_event() + 1;
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

    // As it was, in fewer statements. The look for a single job has a limit that is no parameter, so that the server knows how
    // few it is to look for.
    private static func candidates(_ limit: String) -> String {
        """
        ARRAY(
                        SELECT c.number FROM unnest(fitting) AS s (id)
                        CROSS JOIN LATERAL (
                            SELECT r.number, r.priority, r.turn FROM @jobs r WHERE r.ready AND r.label_set = s.id
                            ORDER BY r.priority DESC, r.turn, r.number LIMIT \(limit)
                        ) AS c
                        ORDER BY c.priority DESC, c.turn, c.number LIMIT \(limit)
                    )
        """
    }

    private static let quickLeasing = """
        CREATE OR REPLACE FUNCTION @raise_round(its_priority int, its_turn bigint) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            -- A round that somebody else is just raising is not waited for: the next lease raises it.
            UPDATE @rounds r SET turn = its_turn WHERE r.priority = (
                SELECT o.priority FROM @rounds o WHERE o.priority = its_priority AND o.turn < its_turn
                FOR UPDATE SKIP LOCKED
            );
        END $$;

        CREATE OR REPLACE FUNCTION @lease_jobs(
            for_worker text, fitting int[], known_sets bigint, given_tokens text[], now_at bigint, until_at bigint,
            checks_time boolean
        ) RETURNS TABLE (
            id text, number bigint, tenant text, priority int, idempotency_key text, labels text, not_before bigint,
            rejudges text, request text, state text, created_at bigint, started_at bigint, ended_at bigint, worker text,
            cancel boolean, verdict text, death_reason text, api_key text, webhook text,
            token text, attempt int, expires_at bigint, look text
        ) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
        #variable_conflict use_column
        DECLARE
            wanted int := cardinality(given_tokens);
            place int := 0;
            numbers bigint[];
            candidate bigint;
            its_turn bigint;
            its_event bigint;
            round_priority int;
            round_turn bigint;
            ignored text;
        BEGIN
            SELECT CASE
                    WHEN w.state IS NULL THEN 'unknown'
                    WHEN w.state = 'gone' THEN 'gone'
                    WHEN (SELECT count(*) FROM @label_sets l) <> known_sets THEN 'sets'
                    WHEN checks_time AND least(
                        (
                            SELECT j.due_at FROM @jobs j WHERE j.state = 'queued' AND NOT j.ready
                            ORDER BY j.due_at LIMIT 1
                        ),
                        (SELECT j.expires_at FROM @jobs j WHERE j.state = 'running' ORDER BY j.expires_at LIMIT 1)
                    ) <= now_at THEN 'time'
                END
            INTO look FROM (SELECT) AS always LEFT JOIN @workers w ON w.id = for_worker;
            IF look IS NOT NULL THEN
                RETURN NEXT;
                RETURN;
            END IF;
            -- As the comment above says; it holds for this transaction alone.
            ignored := set_config('synchronous_commit', 'off', true);
            -- What others are leasing at this moment is passed over; it is looked further where all of that was.
            FOR try IN 1..4 LOOP
                IF try > 1 AND NOT EXISTS (
                    SELECT FROM unnest(fitting) AS s (id)
                    WHERE EXISTS (SELECT FROM @jobs r WHERE r.ready AND r.label_set = s.id)
                ) THEN
                    EXIT;
                END IF;
                IF try > 1 OR wanted > 1 THEN
                    numbers := \(candidates("(CASE try WHEN 4 THEN 4096 WHEN 3 THEN 128 ELSE 16 END + 4 * wanted)"));
                ELSE
                    numbers := \(candidates("8"));
                END IF;
                FOREACH candidate IN ARRAY numbers LOOP
                    UPDATE @jobs j SET state = 'running', ready = false, worker = for_worker,
                        token = given_tokens[place + 1], started_at = now_at, expires_at = until_at,
                        attempt = j.attempt + 1, cancel = false, last_record = NULL,
                        last_event = greatest(j.last_event + 1, @first_event() + place + 1)
                    WHERE j.number = (
                        SELECT r.number FROM @jobs r WHERE r.number = candidate AND r.ready FOR UPDATE SKIP LOCKED
                    )
                    RETURNING j.id, j.number, j.tenant, j.priority, j.idempotency_key,
                        (SELECT l.labels FROM @label_sets l WHERE l.id = j.label_set), j.not_before, j.rejudges,
                        j.request, j.state, j.created_at, j.started_at, j.ended_at, j.worker, j.cancel, j.verdict,
                        j.death_reason, j.api_key, j.webhook, j.token, j.attempt, j.expires_at, j.turn, j.last_event
                    INTO id, number, tenant, priority, idempotency_key, labels, not_before, rejudges, request, state,
                        created_at, started_at, ended_at, worker, cancel, verdict, death_reason, api_key, webhook, token,
                        attempt, expires_at, its_turn, its_event;
                    CONTINUE WHEN NOT FOUND;
                    INSERT INTO @events (number, job, kind, at, attempt, detail)
                    VALUES (its_event, lease_jobs.number, 'started', now_at, lease_jobs.attempt, '');
                    RETURN NEXT;
                    IF round_priority <> lease_jobs.priority THEN
                        PERFORM @raise_round(round_priority, round_turn);
                    END IF;
                    round_priority := lease_jobs.priority;
                    round_turn := its_turn;
                    place := place + 1;
                    EXIT WHEN place = wanted;
                END LOOP;
                EXIT WHEN place > 0;
            END LOOP;
            IF place > 0 THEN
                PERFORM @raise_round(round_priority, round_turn);
            END IF;
        END $$;

        """

    // A record that comes again is known even where the first one is still under way: it waits for that one's row.
    private static let quickRecording = """
        CREATE OR REPLACE FUNCTION @record_progress(
            its_id text, its_token text, its_record text, now_at bigint, its_kinds text[], its_details bytea[]
        ) RETURNS boolean LANGUAGE plpgsql AS $$
        DECLARE
            told int := cardinality(its_kinds);
            first_event bigint := @first_event();
            held record;
        BEGIN
            UPDATE @jobs j SET last_record = its_record, last_event = greatest(j.last_event, first_event) + told
            WHERE j.id = its_id AND j.token = its_token AND j.state = 'running'
                AND j.last_record IS DISTINCT FROM its_record
            RETURNING j.number, j.attempt, j.last_event - told AS before INTO held;
            IF NOT FOUND THEN
                RETURN EXISTS (SELECT FROM @jobs j WHERE j.id = its_id AND j.last_record = its_record);
            END IF;
            INSERT INTO @events (number, job, kind, at, attempt, detail)
            SELECT held.before + p.place, held.number, p.kind, now_at, held.attempt, p.detail
            FROM unnest(its_kinds, its_details) WITH ORDINALITY AS p (kind, detail, place);
            RETURN true;
        END $$;

        """

    // `told`: there may be somebody who wants a message of its end.
    private static let quickCompleting = """
        CREATE OR REPLACE FUNCTION @complete_job(
            its_id text, its_token text, now_at bigint, its_verdict text, its_score double precision, its_report bytea,
            its_kinds text[], its_details bytea[]
        ) RETURNS text LANGUAGE plpgsql AS $$
        DECLARE
            told int := cardinality(its_kinds);
            first_event bigint := @first_event();
            held record;
        BEGIN
            UPDATE @jobs j SET state = 'done', ended_at = now_at, expires_at = NULL, cancel = false,
                verdict = its_verdict, score = its_score, report = its_report,
                last_event = greatest(j.last_event, first_event) + told
            WHERE j.id = its_id AND j.token = its_token AND j.state = 'running'
            RETURNING j.number, j.attempt, j.worker, j.started_at, j.last_event - told AS before,
                (
                    j.webhook IS NOT NULL
                    OR EXISTS (SELECT FROM @endpoints e WHERE e.standing AND e.disabled IS NULL AND e.tenant = j.tenant)
                ) AS is_told
            INTO held;
            IF NOT FOUND THEN
                PERFORM FROM @jobs j WHERE j.id = its_id AND j.token = its_token AND j.state = 'done';
                RETURN CASE WHEN FOUND THEN 'before' ELSE 'lost' END;
            END IF;
            WITH progress AS (
                INSERT INTO @events (number, job, kind, at, attempt, detail)
                SELECT held.before + p.place, held.number, p.kind, now_at, held.attempt, p.detail
                FROM unnest(its_kinds, its_details) WITH ORDINALITY AS p (kind, detail, place)
            )
            INSERT INTO @attempts (job, number, worker, worker_name, started_at, ended_at, ending, reason, token)
            VALUES (
                held.number, held.attempt, held.worker,
                coalesce((SELECT w.name FROM @workers w WHERE w.id = held.worker), held.worker),
                held.started_at, now_at, 'done', '', its_token
            );
            RETURN CASE WHEN held.is_told THEN 'told' ELSE 'done' END;
        END $$;
        """
}
