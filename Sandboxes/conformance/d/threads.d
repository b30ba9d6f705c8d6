import core.atomic, std.parallelism, std.range, std.stdio;

void main() {
    shared int total;
    auto pool = new TaskPool(4);
    foreach (number; pool.parallel(iota(4), 1)) {
        foreach (_; 0 .. 1000) total.atomicOp!"+="(number);
    }
    pool.finish();
    writeln(total.atomicLoad);
}
