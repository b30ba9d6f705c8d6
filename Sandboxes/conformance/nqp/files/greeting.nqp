nqp::bindhllsym('nqp', 'greet', sub ($name) { say('Hello, ' ~ $name ~ '!') });
