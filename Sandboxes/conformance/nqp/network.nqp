try {
    nqp::connect(nqp::socket(0), '192.0.2.1', 80, 2);
    CATCH { say('no network') }
}
