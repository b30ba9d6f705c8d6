nqp::getcomp('nqp').evalfiles('greeting.nqp');

nqp::gethllsym('nqp', 'greet')('World');
