nqp::die('nobody catches this');
