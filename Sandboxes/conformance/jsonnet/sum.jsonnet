local numbers = std.parseJson('[%s0]' % std.strReplace(importstr '/dev/stdin', '\n', ','));
std.toString(std.foldl(function(sum, value) sum + value, numbers, -numbers[0]))
