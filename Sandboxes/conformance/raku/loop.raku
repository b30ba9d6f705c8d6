my int $counter = 0;
loop { $counter++ }
