my ($count, *@values) = lines».Int;
.say for @values.sort;
