# What a solution in Raku may do besides computing: threads, children, files, time, memory, modules.
my $text = $*IN.slurp;
my $lock = Lock.new;
my $sum = 0;
await (^4).map: -> $number { start { $lock.protect: { $sum += $number } } };
Thread.start({ sleep 0.001 }).finish;
my $channel = Channel.new;
start { $channel.send($_) for ^10; $channel.close };
$sum += [+] $channel.list;
$sum += [+] (^1000).hyper.map(* + 1);
mkdir '/tmp/work';
spurt '/tmp/work/text', 'text';
rename '/tmp/work/text', '/tmp/work/other';
'/tmp/work'.IO.dir;
my $file = open '/tmp/work/other', :a;
$file.lock;
$file.unlock;
$file.lock: :non-blocking;
$file.say: 'more';
$file.flush;
$file.close;
unlink '/tmp/work/other';
run '/usr/bin/true';
my $child = run '/usr/bin/cat', :in, :out;
$child.in.print: 'text';
$child.in.close;
$child.out.slurp(:close);
my $other = Proc::Async.new: '/usr/bin/true';
await $other.start;
mkdir '/tmp/lib';
spurt '/tmp/lib/Words.rakumod', "unit module Words;\nsub words-of(\$text) is export \{ \$text.words \}\n";
use lib '/tmp/lib';
require Words <&words-of>;
words-of('one two');
react { whenever Supply.interval(0.001).head(3) { $sum++ } }
try { IO::Socket::INET.new(:host<192.0.2.1>, :port(80)) }
rand;
my %table = (^100_000).map: { $_ => ~$_ };
say "done %table.elems() { now > 0 }";
