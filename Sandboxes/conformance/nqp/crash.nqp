run-command(['kill', '-KILL', ~nqp::getpid()]);
