local numbers = std.parseJson('[%s0]' % std.strReplace(importstr '/dev/stdin', '\n', ','));
std.lines(std.map(std.toString, std.sort(numbers[1:numbers[0] + 1])))
