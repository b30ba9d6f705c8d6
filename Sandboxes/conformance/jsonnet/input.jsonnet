local lines = std.split(std.rstripChars(importstr '/dev/stdin', '\n'), '\n');
std.lines([std.toString(std.length(lines)), lines[std.length(lines) - 1]])
