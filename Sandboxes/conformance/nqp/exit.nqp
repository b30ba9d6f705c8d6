nqp::exit(3);
